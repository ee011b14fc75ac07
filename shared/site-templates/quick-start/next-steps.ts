import type { SiteTemplate } from '../site-template.ts';
import type { SiteFacts } from './read-facts.ts';

/** The confidence under which a person is asked before going on. */
const SURE = 0.5;

/** What to do once a template is found; when that is not sure, the first step asks. */
export function stepsWith(
  template: SiteTemplate,
  suggestionCount: number,
  confidence: number,
): string[] {
  const ask = `Is the site really like “${template.name}”? If not, say in a few words what it is.`;
  const adapt = `Go through the ${suggestionCount} suggested changes and adapt the template.`;
  return [
    ...(confidence < SURE ? [ask] : []),
    ...(suggestionCount > 0 ? [adapt] : []),
    `Preview “${template.name}” with a dry run: it shows every resource and the approval it needs.`,
    'Deploy it; what needs approval goes to your approvers.',
  ];
}

/** What to ask when no template is found. */
export function questionsWithout(
  templates: readonly SiteTemplate[],
  unserved: readonly string[],
  facts: SiteFacts,
): string[] {
  const names = templates.map(({ name }) => name).join(', ');
  const first =
    unserved.length > 0
      ? `No template is made for “${unserved.join('”, “')}”. Which of these comes closest: ${names}?`
      : `What is the site used for? Which of these comes closest: ${names}?`;
  return [
    first,
    ...(facts.staffCount === undefined ? ['How many people work there?'] : []),
    ...(facts.opening === undefined ? ['When is it open?'] : []),
    'Would you rather describe it in a conversation, which works for every kind of site?',
  ];
}
