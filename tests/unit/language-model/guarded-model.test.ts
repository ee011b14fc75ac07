import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { BudgetLedger } from '#shared/budgets/ledger.ts';
import { GuardedModel } from '#shared/language-model/guarded-model.ts';
import type { ModelClient, ModelReply } from '#shared/language-model/model-client.ts';
import { CircuitBreaker } from '#shared/runtime/circuit-breaker.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { circuitsIn } from '#shared/store/circuits.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';

const ACME = trustedTenant('acme');
const REQUEST = {
  prompt: { id: 'colours', version: '1', text: 'Name a colour.', answer: { type: 'object' } },
  content: 'the sky',
  schema: z.strictObject({ colour: z.string() }),
  maxOutputTokens: 50,
  deadlineMs: 8_000,
};
const GOOD: ModelReply = {
  kind: 'answered',
  text: '{"colour":"blue"}',
  complete: true,
  refusal: null,
  usage: { inputTokens: 100, outputTokens: 10 },
};

/** A budget that writes down what it was told; with `refuses` it has no money. */
class BookedLedger implements BudgetLedger {
  readonly booked: string[] = [];
  refuses = false;

  async reserve(_tenant: typeof ACME, expense: Parameters<BudgetLedger['reserve']>[1]) {
    this.booked.push(`reserve ${expense.microcents}`);
    if (this.refuses) return { kind: 'budget_exhausted', reason: 'used_up' } as const;
    const reservation = { ...expense, id: 'r', day: '2026-01-05', month: '2026-01', until: '' };
    return { kind: 'reserved', reservation } as const;
  }

  async settle(_tenant: typeof ACME, _reservation: unknown, microcents: number) {
    this.booked.push(`settle ${microcents}`);
  }

  async release() {
    this.booked.push('release');
  }
}

let ledger: BookedLedger;
let clock: VirtualClock;
let table: InMemoryTable;
let replies: ModelReply[];
let asked: number[];

const model = (more: { readonly model?: string; readonly remainingMs?: number } = {}) => {
  const client: ModelClient = {
    payee: 'openai',
    model: more.model ?? 'gpt-4o-mini',
    ask: async ({ timeoutMs }) => {
      asked.push(timeoutMs);
      return replies.shift() ?? GOOD;
    },
  };
  return new GuardedModel({
    client,
    ledger,
    clock,
    circuit: new CircuitBreaker({ clock, store: circuitsIn(table, clock), host: 'model' }),
    remainingMs: () => more.remainingMs ?? 20_000,
  });
};

const kinds = async (guarded: GuardedModel, count: number) => {
  const found: string[] = [];
  for (let at = 0; at < count; at += 1) found.push((await guarded.complete(ACME, REQUEST)).kind);
  return found;
};

beforeEach(() => {
  ledger = new BookedLedger();
  clock = new VirtualClock();
  table = new InMemoryTable();
  replies = [];
  asked = [];
});

describe('a model behind its guards', () => {
  it('gives an answer of the schema and books what it cost', async () => {
    const outcome = await model().complete(ACME, REQUEST);
    expect(outcome).toMatchObject({ kind: 'ok', answer: { colour: 'blue' }, model: 'gpt-4o-mini' });
    expect(ledger.booked.at(-1)).toBe('settle 2100');
  });

  it.each([
    ['refused', { ...GOOD, refusal: 'no' }],
    ['truncated', { ...GOOD, complete: false }],
    ['invalid', { ...GOOD, text: 'blue' }],
    ['invalid', { ...GOOD, text: '{"colour":"blue","approve":true}' }],
  ] as const)('gives %s as a value, and books it', async (kind, reply) => {
    replies = [reply];
    expect((await model().complete(ACME, REQUEST)).kind).toBe(kind);
    expect(ledger.booked.at(-1)).toBe('settle 2100');
  });

  it('books what was reserved where the bill is unknown, and nothing where nothing was done', async () => {
    replies = [
      { ...GOOD, usage: null },
      { kind: 'timed_out', detail: '' },
      { kind: 'rate_limited', detail: '' },
      { kind: 'unavailable', detail: '' },
      { kind: 'unavailable', detail: '', underWay: true },
    ];
    await kinds(model(), 4);
    // Elsewhere, where nobody has heard of the failures.
    table = new InMemoryTable();
    await kinds(model(), 1);
    const [reserved] = ledger.booked;
    const most = reserved?.replace('reserve', 'settle');
    const ends = ledger.booked.filter((entry) => !entry.startsWith('reserve'));
    expect(ends).toEqual([most, most, 'release', 'release', most]);
  });

  it('reserves no less than the call can cost, and counts before it gives up', async () => {
    ledger.refuses = true;
    expect((await model().complete(ACME, REQUEST)).kind).toBe('budget_exhausted');
    const [bound = 0, counted = 0] = ledger.booked.map((entry) => Number(entry.split(' ')[1]));
    expect(counted).toBeLessThan(bound);
    expect(counted).toBeGreaterThan(50 * 60);
    expect(asked).toEqual([]);
  });

  it('counts a message that is about special tokens', async () => {
    ledger.refuses = true;
    const content = 'What does <|endoftext|> mean?';
    expect((await model().complete(ACME, { ...REQUEST, content })).kind).toBe('budget_exhausted');
  });

  it('asks no model that has no price', async () => {
    expect(await model({ model: 'gpt-9' }).complete(ACME, REQUEST)).toEqual({
      kind: 'unavailable',
      detail: 'No price is known for gpt-9',
    });
    expect(ledger.booked).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('takes no more time than the request has, nor than the invocation has left', async () => {
    await model().complete(ACME, REQUEST);
    await model({ remainingMs: 5_000 }).complete(ACME, REQUEST);
    expect(asked).toEqual([7_700, 2_700]);
  });

  it('does not begin what cannot end in time', async () => {
    expect((await model({ remainingMs: 2_100 }).complete(ACME, REQUEST)).kind).toBe('timed_out');
    expect(ledger.booked).toEqual([]);
  });

  it('leaves a provider alone for a minute after three failures, then tries it once', async () => {
    const guarded = model();
    replies = Array.from({ length: 4 }, () => ({ kind: 'unavailable', detail: '' }));
    expect(await kinds(guarded, 5)).toEqual([
      'unavailable',
      'unavailable',
      'unavailable',
      'circuit_open',
      'circuit_open',
    ]);
    clock.passSeconds(60);
    expect(await kinds(guarded, 2)).toEqual(['unavailable', 'circuit_open']);
    clock.passSeconds(60);
    expect(await kinds(guarded, 2)).toEqual(['ok', 'ok']);
  });

  it('hears from other instances that the provider is down', async () => {
    replies = Array.from({ length: 3 }, () => ({ kind: 'unavailable', detail: '' }));
    await kinds(model(), 3);
    expect(await kinds(model(), 1)).toEqual(['circuit_open']);
  });

  it('still probes later when the probe had no budget', async () => {
    const guarded = model();
    replies = Array.from({ length: 3 }, () => ({ kind: 'timed_out', detail: '' }));
    await kinds(guarded, 3);
    clock.passSeconds(60);
    ledger.refuses = true;
    expect(await kinds(guarded, 1)).toEqual(['budget_exhausted']);
    ledger.refuses = false;
    expect(await kinds(guarded, 1)).toEqual(['ok']);
  });
});
