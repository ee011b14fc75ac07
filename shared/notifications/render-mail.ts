import { escapeHtml } from '#shared/http/escape-html.ts';
import { composeMessage, type Link, type Message } from './compose-message.ts';
import type { DecisionUrls } from './decision-urls.ts';
import { inertAddresses } from './inert-text.ts';
import type { Mail } from './mailer.ts';
import { shorten } from './shorten.ts';

const MAX_SUBJECT = 150;

/**
 * The mail about an event, from the payload of its delivery. User text stays text in both forms.
 * @param urls where its reader may decide
 */
export function renderMail(
  payload: string,
  consoleUrl: string,
  urls?: DecisionUrls,
): Omit<Mail, 'to'> {
  const message = composeMessage(payload, consoleUrl);
  const links = [...decisionLinks(message, urls), ...(message.link ? [message.link] : [])];
  const content = { ...message, lines: message.lines.map(inertAddresses), links };
  return { subject: headerText(message.subject), text: asText(content), html: asHtml(content) };
}

const decisionLinks = ({ decide }: Message, urls?: DecisionUrls): readonly Link[] =>
  decide && urls
    ? [
        { label: decide.approve, url: urls.approve },
        { label: decide.reject, url: urls.reject },
      ]
    : [];

type Content = Pick<Message, 'heading' | 'paragraphs' | 'lines'> & {
  readonly links: readonly Link[];
};

/** A header is one line: no control character or change of direction survives. */
const headerText = (text: string): string =>
  shorten(
    text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim(),
    MAX_SUBJECT,
  );

const asText = ({ heading, paragraphs, lines, links }: Content): string =>
  [
    heading,
    ...paragraphs,
    ...(lines.length > 0 ? [lines.map((line) => `- ${line}`).join('\n')] : []),
    ...links.map(({ label, url }) => `${label}: ${url}`),
  ].join('\n\n');

const asHtml = ({ heading, paragraphs, lines, links }: Content): string =>
  [
    '<!doctype html><html><body style="font-family:sans-serif;max-width:40em;margin:2em auto">',
    `<h1 style="font-size:1.2em">${escapeHtml(heading)}</h1>`,
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...(lines.length > 0
      ? [`<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`]
      : []),
    ...links.map(
      ({ label, url }) => `<p><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`,
    ),
    '</body></html>',
  ].join('\n');
