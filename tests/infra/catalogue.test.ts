import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { events } from '#functions/queue/notifier/contract.ts';
import { FUNCTIONS } from '#infra/catalogue/functions.ts';
import { eventContracts } from '#tests/support/event-contracts.ts';

const foldersOf = (kind: string): readonly string[] =>
  readdirSync(`functions/${kind}`).map((name) => `${kind}/${name}`);

const functionFolders = () => readdirSync('functions').flatMap(foldersOf).toSorted();

/** A new tenant has nobody yet who could have asked to be told; an accepted turn is our own plumbing; a wish is the platform's business. */
const UNHEARD = [
  'application.accepted.v1',
  'feature_request.recorded.v1',
  'tenant.created.v1',
  'turn.accepted.v1',
];

describe('the catalogue of functions', () => {
  it('holds every folder below functions/ and no other', () => {
    expect(functionFolders()).not.toEqual([]);
    expect(FUNCTIONS.map(({ folder }) => folder).toSorted()).toEqual(functionFolders());
  });

  it('gives each route to one function', () => {
    const routes = FUNCTIONS.flatMap((spec) => (spec.trigger === 'http' ? spec.routes : []));
    const keys = routes.map(({ method, path }) => `${method} ${path}`);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('hands every event that somebody may want to hear of to the notifier', async () => {
    const declared = [...(await eventContracts()).values()].map(({ name }) => name);
    const heard = declared.filter((name) => !UNHEARD.includes(name));
    expect(events.map(({ name }) => name).toSorted()).toEqual(heard.toSorted());
  });
});
