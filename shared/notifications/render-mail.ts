import { IntlMessageFormat } from 'intl-messageformat';
import { mailTemplateOf } from './mail-template.ts';
import { factLines, type MailValues, mailValues, notice, summaryLines } from './mail-values.ts';
import type { Mail } from './mailer.ts';

/** What a mail says before it becomes text or HTML: everything in it is plain, unescaped text. */
interface Message {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly lines: readonly string[];
  readonly link: { readonly label: string; readonly url: string } | undefined;
}

const LANGUAGE = 'en';
const MAX_SUBJECT = 150;

/** The mail about an event, from the payload of its delivery. User text stays text in both forms. */
export function renderMail(payload: string, consoleUrl: string): Omit<Mail, 'to'> {
  const event = notice.parse(JSON.parse(payload));
  const { subject, heading, paragraphs, list, action } = mailTemplateOf(event.type);
  const values = mailValues(event);
  const lists = { summary: summaryLines, facts: factLines };
  const message: Message = {
    heading: say(heading, values),
    paragraphs: paragraphs.map((paragraph) => say(paragraph, values)),
    lines: list ? lists[list](event) : [],
    link: action && { label: action.label, url: linkTo(consoleUrl, action.path, values) },
  };
  return {
    subject: headerText(say(subject, values)),
    text: asText(message),
    html: asHtml(message),
  };
}

/** Templates are ours; tags in them would be read as markup of the message format. */
const say = (template: string, values: MailValues): string =>
  String(new IntlMessageFormat(template, LANGUAGE, undefined, { ignoreTag: true }).format(values));

function linkTo(consoleUrl: string, path: string, values: MailValues): string {
  const encoded = Object.entries(values).map(([name, value]) => [name, encodeURIComponent(value)]);
  return new URL(say(path, Object.fromEntries(encoded)), consoleUrl).href;
}

/** A header is one line: no control character or change of direction survives. */
function headerText(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  return line.length > MAX_SUBJECT ? `${line.slice(0, MAX_SUBJECT - 1).toWellFormed()}…` : line;
}

const asText = ({ heading, paragraphs, lines, link }: Message): string =>
  [
    heading,
    ...paragraphs,
    ...(lines.length > 0 ? [lines.map((line) => `- ${line}`).join('\n')] : []),
    ...(link ? [`${link.label}: ${link.url}`] : []),
  ].join('\n\n');

const asHtml = ({ heading, paragraphs, lines, link }: Message): string =>
  [
    '<!doctype html><html><body style="font-family:sans-serif;max-width:40em;margin:2em auto">',
    `<h1 style="font-size:1.2em">${escapeHtml(heading)}</h1>`,
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...(lines.length > 0
      ? [`<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`]
      : []),
    ...(link ? [`<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a></p>`] : []),
    '</body></html>',
  ].join('\n');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
