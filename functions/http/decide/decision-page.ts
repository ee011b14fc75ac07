import * as z from 'zod';
import { escapeHtml } from '#shared/http/escape-html.ts';

/** What the API answers, as far as the page tells it. */
const answer = z.union([
  z.object({
    decision: z.enum(['approve', 'reject']),
    person: z.string(),
    title: z.string(),
    requester: z.string(),
    status: z.string(),
    risk_score: z.number(),
    risk_reasons: z.array(z.string()),
    changes_total: z.int(),
    summary: z.array(z.string()),
    conditions: z.array(z.object({ person: z.string(), conditions: z.string() })),
    can_decide: z.boolean(),
    reason: z.string().nullable(),
  }),
  z.object({ title: z.string(), detail: z.string(), correlation_id: z.string() }),
]);
type Shown = Extract<z.infer<typeof answer>, { decision: unknown }>;
type Problem = Exclude<z.infer<typeof answer>, Shown>;

/** The page for an answer of the API, whichever it is. All of its texts are data. */
export function decisionPage(body: unknown): string {
  const shown = answer.parse(body);
  const content = 'decision' in shown ? decisionContent(shown) : problemContent(shown);
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(shown.title)}</title><style>${STYLE}</style></head>`,
    `<body><main><h1>${escapeHtml(shown.title)}</h1>`,
    ...content,
    '</main></body></html>',
  ].join('\n');
}

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;color-scheme:light dark}main{max-width:40rem;margin:2rem auto;padding:0 1rem}button,textarea{font:inherit;padding:.5rem 1rem}textarea{display:block;width:100%;box-sizing:border-box;margin:.25rem 0 1rem}';

const ASKS = { approve: 'Approve', reject: 'Reject' } as const;

function decisionContent(shown: Shown): readonly string[] {
  const { requester, changes_total, risk_score, risk_reasons, summary, conditions } = shown;
  return [
    paragraph(`Asked for by ${requester}. Changes: ${changes_total}.`),
    paragraph(`Risk: ${[risk_score, ...risk_reasons].join('; ')}.`),
    `<ul>${summary.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`,
    ...rest(changes_total - summary.length),
    ...conditions.map((given) => paragraph(`${given.person} approved on: ${given.conditions}`)),
    ...(shown.can_decide
      ? form(shown)
      : [paragraph(`${shown.reason ?? ''} The changeset is now: ${shown.status}.`)]),
  ];
}

const rest = (more: number): readonly string[] =>
  more > 0 ? [paragraph(`And ${more} more changes, which the console shows.`)] : [];

/** Without an address it is sent to where the page came from. */
const form = ({ decision, person }: Shown): readonly string[] => [
  '<form method="post">',
  ...(decision === 'approve'
    ? [field('reason', 'Reason (optional)'), field('conditions', 'Conditions (optional)')]
    : [field('reason', 'Reason')]),
  `<button type="submit">${ASKS[decision]} as ${escapeHtml(person)}</button>`,
  '</form>',
];

const field = (name: string, label: string): string =>
  `<label>${label}<textarea name="${name}" rows="3" maxlength="2000"></textarea></label>`;

const problemContent = ({ detail, correlation_id }: Problem): readonly string[] => [
  paragraph(detail),
  paragraph(`If this is a mistake, name ${correlation_id} when you ask for help.`),
];

const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;
