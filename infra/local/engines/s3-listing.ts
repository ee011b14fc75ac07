export interface ListingOptions {
  readonly prefix?: string;
  readonly delimiter?: string | undefined;
  readonly maxKeys?: number;
  readonly startAfter?: string;
  readonly marker?: string;
}

export interface Listing<T> {
  readonly objects: T[];
  readonly commonPrefixes: string[];
  readonly isTruncated: boolean;
}

/**
 * One page of a bucket in the order of S3 (bytes of the key). The engine sorts by a language's rules
 * but continues by bytes, so that its second page can miss `B` after `a`.
 */
export function listPage<T extends { readonly key: string }>(
  all: readonly T[],
  options: ListingOptions,
): Listing<T> {
  const { prefix = '', delimiter, maxKeys = 1000 } = options;
  const after = options.startAfter || options.marker || '';
  const entries = new Map<string, T | undefined>();
  for (const object of all.filter(({ key }) => key.startsWith(prefix)).toSorted(byKey)) {
    const folder = folderOf(object.key, prefix, delimiter);
    entries.set(folder ?? object.key, folder ? undefined : object);
  }
  const left = [...entries].filter(([name]) => name > after);
  const page = left.slice(0, maxKeys);
  return {
    objects: page.flatMap(([, object]) => object ?? []),
    commonPrefixes: page.flatMap(([name, object]) => (object ? [] : name)),
    isTruncated: left.length > maxKeys,
  };
}

const byKey = (a: { readonly key: string }, b: { readonly key: string }) =>
  a.key < b.key ? -1 : Number(a.key > b.key);

/** The common prefix that stands for a key: up to the first delimiter behind the asked prefix. */
function folderOf(key: string, prefix: string, delimiter: string | undefined): string | undefined {
  const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
  return end < 0 ? undefined : key.slice(0, end + (delimiter?.length ?? 0));
}
