import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ProposerInput } from '#shared/conversation/proposer.ts';
import { loadRules } from '#shared/conversation/rule-proposer/load-rules.ts';
import type { Rules } from '#shared/conversation/rule-proposer/rules.ts';
import { AROUND_THE_CLOCK } from '#shared/facility/values.ts';
import { parseSlotValue } from '#shared/slots/filled-slots.ts';
import { isSlotName } from '#shared/slots/initial-setup.ts';
import type { SlotName } from '#shared/slots/slot-values.ts';

/** A message, what it says about the slot (null: nothing for sure), and which slot was asked for. */
const phrase = z.tuple([z.string(), z.json()], z.string());

/** A folder per language, a file per slot. */
const folder = new URL('./phrases/', import.meta.url);
const languages = readdirSync(folder);
const filesOf = (language: string) => readdirSync(new URL(`${language}/`, folder));
const phrasesOf = (language: string, file: string) =>
  z.array(phrase).parse(JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')));

const slotOf = (file: string): SlotName => {
  const slot = file.replace('.json', '').replaceAll('-', '_');
  if (!isSlotName(slot)) throw new Error(`No slot for ${file}`);
  return slot;
};

function understood(
  rules: Rules,
  language: string,
  slot: SlotName,
  text: string,
  asked: string | undefined,
): unknown {
  const pending: ProposerInput['pending'] =
    asked !== undefined && isSlotName(asked) ? { slot: asked, kind: 'fill' } : null;
  const input = { text, language, slots: {}, pending, touched: [], suggested: {} };
  const sure = rules
    .propose(input)
    .filter((proposal) => proposal.slot === slot && proposal.confidence >= 0.6);
  const [only, ...others] = sure.map(({ value }) => parseSlotValue(slot, value));
  return others.length === 0 ? (only ?? null) : null;
}

const wireValue = (slot: SlotName, value: unknown): unknown => {
  if (slot !== 'operating_hours' || value === null) return value;
  if (value === '24') return AROUND_THE_CLOCK;
  return Array.isArray(value)
    ? { open: value[0], close: value[1], around_the_clock: false }
    : value;
};

describe.each(languages)('phrases in %s', async (language) => {
  const rules = await loadRules(language);
  describe.each(filesOf(language))('%s', (file) => {
    const slot = slotOf(file);
    it.each(phrasesOf(language, file))('understands %j as %j', (text, value, ...asked) => {
      expect(understood(rules, language, slot, text, asked[0])).toEqual(wireValue(slot, value));
    });
  });
});
