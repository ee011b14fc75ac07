import type {
  APIGatewayProxyEventV2,
  Context,
  APIGatewayProxyStructuredResultV2 as HttpResult,
} from 'aws-lambda';
import { showDecision } from './link-contract.ts';

type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<HttpResult>;

/** A page loads nothing, runs nothing, and sends its form nowhere else; nobody may frame it. */
const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  // The address is the proof: it must not travel to wherever somebody goes from here.
  'referrer-policy': 'no-referrer',
};

/**
 * What links in mails lead to, as pages for browsers, which ask for HTML and send forms. Everybody
 * else gets the API as it is.
 */
export const forBrowsers =
  (api: Handler): Handler =>
  async (event, context) => {
    if (!asksForPage(event)) return api(event, context);
    const { decisionPage } = await import('./decision-page.ts');
    const result = await api(fromForm(event), context);
    const headers = { ...result.headers, ...PAGE_HEADERS };
    return { ...result, headers, body: decisionPage(JSON.parse(result.body ?? '{}')) };
  };

const asksForPage = ({ headers, routeKey }: APIGatewayProxyEventV2): boolean =>
  routeKey.includes(showDecision.path) && /^\s*text\/html\b/i.test(headers['accept'] ?? '');

/** A form's fields as the JSON body they stand for. */
function fromForm(event: APIGatewayProxyEventV2): APIGatewayProxyEventV2 {
  if (!/^application\/x-www-form-urlencoded\b/i.test(event.headers['content-type'] ?? ''))
    return event;
  const form = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8').toString();
  return {
    ...event,
    headers: { ...event.headers, 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(new URLSearchParams(form))),
    isBase64Encoded: false,
  };
}
