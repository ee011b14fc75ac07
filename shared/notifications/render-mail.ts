import { composeMessage, type Message } from './compose-message.ts';
import type { Mail } from './mailer.ts';
import { shorten } from './shorten.ts';

const MAX_SUBJECT = 150;

/** The mail about an event, from the payload of its delivery. User text stays text in both forms. */
export function renderMail(payload: string, consoleUrl: string): Omit<Mail, 'to'> {
  const message = composeMessage(payload, consoleUrl);
  return { subject: headerText(message.subject), text: asText(message), html: asHtml(message) };
}

/** A header is one line: no control character or change of direction survives. */
const headerText = (text: string): string =>
  shorten(
    text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim(),
    MAX_SUBJECT,
  );

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
