import { queryResources } from '#shared/resources/query-resources.ts';
import { resource } from '#shared/resources/resource-store.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';

/** Something of the tenant's configuration that people call by a name. */
export interface NamedThing {
  /** What goes into the slot. */
  readonly value: string;
  readonly names: readonly string[];
  readonly siteCode: string;
}

export interface NamedThings {
  readonly sites: readonly NamedThing[];
  readonly shifts: readonly NamedThing[];
}

/** More sites or shifts than this are not looked through within a turn. */
const MOST = 1000;

/** The tenant's sites and shifts, as people call them. */
export async function findNamedThings(table: Table, tenant: Tenant): Promise<NamedThings> {
  const [sites, shifts] = await Promise.all([
    namesOf(table, tenant, 'site'),
    namesOf(table, tenant, 'shift'),
  ]);
  return { sites, shifts };
}

async function namesOf(
  table: Table,
  tenant: Tenant,
  kind: 'site' | 'shift',
): Promise<readonly NamedThing[]> {
  const things: NamedThing[] = [];
  let after: string | undefined;
  do {
    const page = await queryResources(table, tenant, { kind, limit: 100, ...(after && { after }) });
    for (const { item } of page.found) things.push(namedThing(kind, resource.parse(item).data));
    after = page.next;
  } while (after && things.length < MOST);
  return things;
}

function namedThing(kind: 'site' | 'shift', data: Readonly<Record<string, unknown>>): NamedThing {
  const name = String(data['name']);
  if (kind === 'shift') return { value: name, names: [name], siteCode: String(data['site_code']) };
  const code = String(data['code']);
  return { value: code, names: [name, code], siteCode: code };
}

export interface Mention {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Where a text names one of these, the longest names first: "North Dock 2" is not "North Dock". */
export function mentionsOf(text: string, things: readonly NamedThing[]): readonly Mention[] {
  const names = things
    .flatMap(({ value, names: all }) => all.map((name) => ({ value, name })))
    .toSorted((a, b) => b.name.length - a.name.length);
  const mentions: Mention[] = [];
  for (const { value, name } of names) {
    for (const { index } of text.matchAll(wordsPattern(name))) {
      const end = index + name.length;
      const taken = mentions.some((other) => index < other.end && other.start < end);
      if (!taken) mentions.push({ value, start: index, end });
    }
  }
  return mentions;
}

/** The one thing that a text names by a word of its name: "the night crew" is "Night Security". */
export function partlyNamed(text: string, things: readonly NamedThing[]): Mention | undefined {
  const parts = things.flatMap(({ value, names, siteCode }) =>
    names.flatMap((name) => wordsOf(name).map((part) => ({ value, names: [part], siteCode }))),
  );
  const mentions = mentionsOf(text, parts);
  const [first, ...others] = mentions;
  const oneOnly = mentionedBy(text, parts, first).length === 1;
  return oneOnly && others.every(({ value }) => value === first?.value) ? first : undefined;
}

const wordsOf = (name: string): string[] =>
  name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word.length >= SHORTEST_PART);

const SHORTEST_PART = 3;

/** Two shifts of the night share the word: then it names neither. */
const mentionedBy = (
  text: string,
  parts: readonly NamedThing[],
  first: Mention | undefined,
): string[] => {
  const said = first && text.slice(first.start, first.end).toLowerCase();
  const sharing = parts.filter(({ names }) => names[0]?.toLowerCase() === said);
  return [...new Set(sharing.map(({ value }) => value))];
};

/**
 * Some words as they are, whatever their case, and not inside of other words.
 * @param endings a pattern of what may stand at their end
 */
export const wordsPattern = (words: string, endings = ''): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])${words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}${endings}(?![\\p{L}\\p{M}\\p{N}])`,
    'giu',
  );
