import { IntlMessageFormat } from 'intl-messageformat';
import { type MailTemplate, mailTemplateOf } from './mail-template.ts';
import {
  factLines,
  type MailValues,
  mailValues,
  type Notice,
  notice,
  summaryLines,
} from './mail-values.ts';

export interface Link {
  readonly label: string;
  readonly url: string;
}

/** What is said about an event, before any channel's form: plain, unescaped text throughout. */
export interface Message {
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly lines: readonly string[];
  /** Into the console, and nowhere else. */
  readonly link: Link | undefined;
  /** What the buttons say that decide, where there is something to decide. */
  readonly decide: MailTemplate['decide'];
}

const LANGUAGE = 'en';

/** The message about the event in the payload of a delivery. @throws ZodError when it is none */
export function composeMessage(payload: string, consoleUrl: string): Message {
  const event = notice.parse(JSON.parse(payload));
  const { subject, heading, paragraphs, list, action, decide } = mailTemplateOf(event.type);
  const values = mailValues(event);
  return {
    subject: say(subject, values),
    heading: say(heading, values),
    paragraphs: paragraphs.map((paragraph) => say(paragraph, values)),
    lines: list ? LISTS[list](event) : [],
    decide,
    link: action && { label: action.label, url: linkTo(consoleUrl, action.path, values) },
  };
}

const LISTS = { summary: summaryLines, facts: factLines } as const satisfies Record<
  NonNullable<MailTemplate['list']>,
  (event: Notice) => readonly string[]
>;

/** Tags in a text would be read as markup of the message format, so they are switched off. */
const say = (template: string, values: MailValues): string =>
  String(new IntlMessageFormat(template, LANGUAGE, undefined, { ignoreTag: true }).format(values));

function linkTo(consoleUrl: string, path: string, values: MailValues): string {
  const encoded = Object.entries(values).map(([name, value]) => [name, encodeURIComponent(value)]);
  return new URL(say(path, Object.fromEntries(encoded)), consoleUrl).href;
}
