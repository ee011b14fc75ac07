import type { HtmlNode } from './html-node.ts';

/** Whether nobody who looks at the page sees it: hidden words must not become knowledge. */
export function isHidden({ name = '', attribs = {} }: HtmlNode): boolean {
  if (UNSEEN.has(name)) return true;
  if ('hidden' in attribs && attribs['hidden'] !== 'until-found') return true;
  return HIDING.test(attribs['style'] ?? '');
}

const UNSEEN: ReadonlySet<string> = new Set(
  (
    'script style template noscript head title iframe frame object embed applet svg math canvas ' +
    'audio video map img input select datalist button textarea'
  ).split(' '),
);

/** Not displayed, not visible, transparent, or set in letters of no size. */
const HIDING =
  /(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*(?:\.0+)?\s*(?:[;!}]|$)|font-size\s*:\s*0*(?:\.0+)?(?:[a-z%]+)?\s*(?:[;!}]|$))/i;

/**
 * Selectors of the rules of a style sheet that hide something. Rules for print or for small windows
 * do not count: what they hide is seen elsewhere.
 */
export function hidingSelectors(styleSheet: string): readonly string[] {
  const rules = styleSheet
    .slice(0, LONGEST_STYLE_SHEET)
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/@[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})/g, '');
  const hiding = [...rules.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, , body = '']) =>
    HIDING.test(body),
  );
  return hiding.slice(0, MOST_RULES).map(([, selector = '']) => selector.trim());
}

const LONGEST_STYLE_SHEET = 200_000;
const MOST_RULES = 100;
