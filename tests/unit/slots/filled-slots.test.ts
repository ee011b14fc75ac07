import { describe, expect, it } from 'vitest';
import { CONVERSATION_PLANS } from '#shared/slots/conversation-plan.ts';
import { filledSlots, parseSlotValue, sameValue, withSlot } from '#shared/slots/filled-slots.ts';
import { INITIAL_SETUP_ORDER, isSlotName, SLOT_NAMES } from '#shared/slots/initial-setup.ts';
import { INITIAL_SETUP_SLOTS, SLOTS } from '#shared/slots/slot-values.ts';

describe('slots', () => {
  it('are asked, stored and checked under the same names', () => {
    expect(INITIAL_SETUP_ORDER.toSorted()).toEqual(Object.keys(INITIAL_SETUP_SLOTS).toSorted());
    expect(Object.keys(filledSlots.shape).toSorted()).toEqual(Object.keys(SLOTS).toSorted());
    expect(SLOT_NAMES.toSorted()).toEqual(Object.keys(SLOTS).toSorted());
  });

  it('belong each to a type of conversation', () => {
    const planned = Object.values(CONVERSATION_PLANS).flatMap(({ order }) => order);
    expect([...new Set(planned)].toSorted()).toEqual(SLOT_NAMES.toSorted());
  });

  it('are no names that every object has', () => {
    expect(['constructor', '__proto__', 'toString', 'app_version'].filter(isSlotName)).toEqual([]);
  });

  it('take only what their schema accepts', () => {
    expect(parseSlotValue('expected_users', 60)).toBe(60);
    expect(parseSlotValue('expected_users', '60')).toBeUndefined();
    expect(parseSlotValue('site_name', '  Harbor ')).toBe('Harbor');
    expect(() =>
      withSlot({}, 'expected_users', { value: 0, confidence: 1, source: null }),
    ).toThrow();
  });

  it('compare by content', () => {
    expect(sameValue(['A', { b: 1 }], ['A', { b: 1 }])).toBe(true);
  });
});
