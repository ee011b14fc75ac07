import { parseSlotValue } from '#shared/slots/filled-slots.ts';
import type { SlotName } from '#shared/slots/slot-values.ts';
import type { Proposal, ProposerInput } from '../proposer.ts';
import type { Grammar } from './grammar.ts';
import { type Field, fieldsOf } from './text/fields.ts';

interface FormRead {
  readonly proposals: readonly Proposal[];
  /** The message without the fields that were read; offsets stay. */
  readonly rest: string;
}

/** Less than this is a sentence with a colon, and no form. */
const FEWEST_FIELDS = 2;

/** Form-like messages, "Name: Kestrel House / Users: 40" or a table: each value answers its label. */
export function readForm(
  grammar: Grammar,
  input: ProposerInput,
  read: (field: ProposerInput) => Proposal[],
): FormRead {
  const text = input.text.normalize('NFC');
  const fields = fieldsOf(text, grammar);
  if (fields.length < FEWEST_FIELDS) return { proposals: [], rest: text };
  const answered = fields.map((field) => ({ field, said: answers(input, text, field, read) }));
  const understood = answered.filter(({ said }) => said.length > 0);
  return {
    proposals: understood.flatMap(({ said }) => said),
    rest: withoutBars(understood.reduce((rest, { field }) => blanked(rest, field), text)),
  };
}

/** Enough to take a value without asking. */
const CERTAIN = 0.6;

function answers(
  input: ProposerInput,
  text: string,
  { slot, value }: Field,
  read: (field: ProposerInput) => Proposal[],
): Proposal[] {
  const asked = { slot, kind: 'fill' } as const satisfies { slot: SlotName; kind: string };
  const alone = { ...input, text: text.slice(value.start, value.end), pending: asked, touched: [] };
  return read(alone)
    .filter((said) => said.slot === slot && said.confidence >= CERTAIN)
    .filter((said) => parseSlotValue(slot, said.value) !== undefined)
    .map(({ span, ...said }) => ({
      ...said,
      span: span && { ...span, start: span.start + value.start, end: span.end + value.start },
    }));
}

const blanked = (text: string, { label, value }: Field): string =>
  text.slice(0, label.start) + ' '.repeat(value.end - label.start) + text.slice(value.end);

/** "| Open | 06:00 |" reads as "Open : 06:00"; offsets stay. */
const withoutBars = (text: string): string =>
  text.replace(
    /^([ \t]*\|)?([^|\n]+)\|([^|\n]+)(\|[ \t]*)?$/gmu,
    (_row, first, label, value, last) =>
      [first?.replace('|', ' ') ?? '', label, ':', value, last?.replace('|', ' ') ?? ''].join(''),
  );
