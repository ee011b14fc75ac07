import { ShelfOnDisk } from './shelf-on-disk.ts';

/** In a process of its own: `fill-shelf.main.ts <folder> <documents>` fills a folder with a large shelf. */
async function main([folder = '', documents = '0']: readonly string[]): Promise<void> {
  const shelf = new ShelfOnDisk(folder);
  for (let at = 0; at < Number(documents); at += 1) await shelf.publish(at);
  const begun = performance.now();
  await shelf.merge();
  await shelf.save();
  process.send?.({ mergeMs: performance.now() - begun });
}

await main(process.argv.slice(2));
