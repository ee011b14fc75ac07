import { describe, expect, it } from 'vitest';
import { readBatchFailures } from '#infra/local/event-source-mappings/batch-failures.ts';

const ids = ['a', 'b'];
const read = (response: unknown) =>
  readBatchFailures({ payload: JSON.stringify(response) }, ids, true);

describe('partial batch responses', () => {
  it.each([
    ['null', null],
    ['an empty object', {}],
    ['no list', { batchItemFailures: null }],
    ['an empty list', { batchItemFailures: [] }],
  ])('take %s for full success', (_what, response) => {
    expect(read(response)).toEqual(new Set());
  });

  it('name the records that failed', () => {
    expect(read({ batchItemFailures: [{ itemIdentifier: 'b' }] })).toEqual(new Set(['b']));
  });

  it.each([
    ['an empty identifier', { batchItemFailures: [{ itemIdentifier: '' }] }],
    ['a null identifier', { batchItemFailures: [{ itemIdentifier: null }] }],
    ['a misspelt key', { batchItemFailures: [{ itemIdentifer: 'b' }] }],
    ['a record that is not in the batch', { batchItemFailures: [{ itemIdentifier: 'z' }] }],
  ])('fail the whole batch by %s', (_what, response) => {
    expect(read(response)).toBe('all');
  });

  it('count only where the mapping asks for them', () => {
    const response = { payload: '{"batchItemFailures":[{"itemIdentifier":"b"}]}' };
    expect(readBatchFailures(response, ids, false)).toEqual(new Set());
  });

  it('do not save a function that failed', () => {
    const failure = { payload: '{}', functionError: 'Unhandled' } as const;
    expect(readBatchFailures(failure, ids, true)).toBe('all');
  });
});
