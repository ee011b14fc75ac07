import { readdirSync, readFileSync } from 'node:fs';
import { MarkdownTextSplitter } from '@langchain/textsplitters';
import { cutIntoChunks } from '#shared/knowledge/chunks/cut-into-chunks.ts';
import { median, type Row, repeat } from './row.ts';

const MEGABYTES = 4;
const DOCS = new URL('../../docs/', import.meta.url);

/** Our own documentation, over and over, through our chunker and the one that most people use. */
export async function chunkerRows(): Promise<readonly Row[]> {
  const text = documentation();
  const splitter = new MarkdownTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
  const note = `${MEGABYTES} MB of Markdown`;
  return [
    {
      what: 'chunks with heading paths, ≤ 512 tokens',
      value: await speedOf(text, async () => cutIntoChunks(text)),
      note: `${note}; goal: 35 MB/s`,
    },
    {
      what: 'chunks of @langchain/textsplitters',
      value: await speedOf(text, () => splitter.splitText(text)),
      note: `${note}; without paths, offsets or tokens`,
    },
  ];
}

function documentation(): string {
  const files = readdirSync(DOCS, { recursive: true, encoding: 'utf8' });
  const pages = files.filter((file) => file.endsWith('.md')).toSorted();
  const once = pages.map((file) => readFileSync(new URL(file, DOCS), 'utf8')).join('\n\n');
  return once.repeat(Math.ceil((MEGABYTES * 1e6) / Buffer.byteLength(once)));
}

/** In time of the processor, so that neighbours on the machine do not count. */
async function speedOf(text: string, run: () => Promise<unknown>): Promise<string> {
  for (let time = 0; time < WARM_UP_RUNS; time += 1) await run();
  const times = await repeat(async () => {
    const begun = process.threadCpuUsage();
    await run();
    const { user, system } = process.threadCpuUsage(begun);
    return user + system;
  });
  return `${(Buffer.byteLength(text) / median(times)).toFixed(1)} MB/s`;
}

const WARM_UP_RUNS = 3;
