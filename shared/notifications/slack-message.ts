import type { Message } from './compose-message.ts';
import { inertText } from './inert-text.ts';
import { shorten } from './shorten.ts';

/** Limits of Block Kit (https://docs.slack.dev/reference/block-kit/blocks), in characters. */
const MAX_HEADER = 150;
const MAX_SECTION = 3000;
/** Of a line in the list; its bullet, line end and what keeps addresses inert come on top. */
const MIN_LINE = 40;
const LINE_SPARE = 10;
const MAX_BUTTON = 75;
const MAX_URL = 3000;
/** Of a message's text: beyond it Slack cuts. */
const MAX_FALLBACK = 3000;

/**
 * A message as Slack's incoming webhooks read it. All blocks are `plain_text`, in which neither
 * mentions nor markup mean anything.
 */
export function slackMessage({ heading, paragraphs, lines, link }: Message) {
  // Each line gives way, so that the last one, which says what is left out, is never lost.
  const most = Math.max(MIN_LINE, Math.floor(MAX_SECTION / Math.max(1, lines.length)) - LINE_SPARE);
  const list = lines.map((line) => `• ${shorten(line, most)}`).join('\n');
  const sections = [paragraphs.join('\n\n'), list].filter((text) => text.trim() !== '');
  return {
    text: shorten(escapeControl(inertText(heading)), MAX_FALLBACK),
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: 'header', text: plain(heading, MAX_HEADER) },
      ...sections.map((text) => ({ type: 'section', text: plain(text, MAX_SECTION) })),
      ...(link && link.url.length <= MAX_URL ? [button(link)] : []),
    ],
  };
}

const plain = (text: string, most: number) => ({
  type: 'plain_text',
  text: shorten(inertText(text).trim() || '…', most),
  emoji: false,
});

const button = ({ label, url }: NonNullable<Message['link']>) => ({
  type: 'actions',
  elements: [{ type: 'button', text: plain(label, MAX_BUTTON), url }],
});

/** The one text that Slack parses (it is what notifications on a phone show). */
const escapeControl = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
