import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { events } from '#functions/queue/notifier/contract.ts';
import { FUNCTIONS } from '#infra/catalogue/functions.ts';

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

  it('hands every event that is declared to the notifier', () => {
    const files = readdirSync('events').filter((file) => /\.v\d+\.ts$/.test(file));
    const names = files.map((file) =>
      file.replace(/\.ts$/, '').replace('-', '.').replaceAll('-', '_'),
    );
    expect(events.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
  });
});
