import { sizeOf } from './large-library.ts';
import { ShelfOnDisk } from './shelf-on-disk.ts';

/**
 * In a process of its own: two ingestions and a merge at once on a filled folder. Every write is
 * told to the parent, whose table is a copy.
 */
async function main([folder = '', documents = '0']: readonly string[]): Promise<void> {
  const shelf = new ShelfOnDisk(folder);
  await shelf.restore();
  shelf.table.onWrites = (written) => process.send?.({ written });
  const every = Number(documents);
  await Promise.all([ingest(shelf, 0, every), ingest(shelf, 1, every), shelf.merge()]);
  process.send?.({ done: true });
}

/** New versions of documents of twenty chunks each, one after the other, whose old ones are freed. */
async function ingest(shelf: ShelfOnDisk, first: number, documents: number): Promise<void> {
  const large = Array.from({ length: documents }, (_, at) => at).filter((at) => sizeOf(at) === 20);
  for (const at of large.filter((_, index) => index % 2 === first).slice(0, REPLACED))
    await shelf.publish(at, 2);
}

const REPLACED = 25;

await main(process.argv.slice(2));
process.disconnect?.();
