import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from '#infra/catalogue/functions.ts';
import { NOTIFIED_EVENTS } from '#infra/catalogue/notified-events.ts';

const foldersOf = (kind: string): readonly string[] =>
  readdirSync(`functions/${kind}`).map((name) => `${kind}/${name}`);

const functionFolders = () => readdirSync('functions').flatMap(foldersOf).toSorted();

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

  it('notifies of every event that is declared', () => {
    const versions = readdirSync('events').flatMap(
      (file) => /^(.+)-([^-]+\.v\d+)\.ts$/.exec(file) ?? [],
    );
    expect(NOTIFIED_EVENTS).toHaveLength(versions.length / 3);
  });
});
