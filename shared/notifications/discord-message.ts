import type { Message } from './compose-message.ts';
import { inertText } from './inert-text.ts';
import { shorten } from './shorten.ts';

/** Limits of an embed (https://docs.discord.com/developers/resources/message), in characters. */
const MAX_TITLE = 256;
const MAX_DESCRIPTION = 4096;
const MAX_URL = 2048;

/** A message as Discord's webhooks read it: one embed, in which nobody is mentioned. */
export function discordMessage({ heading, paragraphs, lines, link }: Message) {
  const text = [...paragraphs, lines.map((line) => `• ${line}`).join('\n')].join('\n\n').trim();
  return {
    allowed_mentions: { parse: [] },
    embeds: [
      {
        title: escaped(heading, MAX_TITLE),
        description: escaped(text, MAX_DESCRIPTION),
        ...(link && link.url.length <= MAX_URL && { url: link.url }),
      },
    ],
  };
}

/** Cut first, so that no escape is cut in two; escapes at most double the length. */
const escaped = (text: string, most: number): string =>
  shorten(inertText(text), most / 2).replace(/[\\*_~`|<>[\]()#@-]/g, '\\$&');
