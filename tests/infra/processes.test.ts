import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Bundles, bundleFunctions } from '#infra/bundle.ts';
import { FUNCTIONS } from '#infra/catalogue/functions.ts';
import { makeDocx, paragraph } from '#tests/support/knowledge/make-docx.ts';
import { makePdf } from '#tests/support/knowledge/make-pdf.ts';

const WORKER = 'queue/embedding-ingest';

let bundles: Bundles;
beforeAll(async () => {
  bundles = await bundleFunctions(FUNCTIONS.filter(({ folder }) => folder === WORKER));
});

describe('the process that reads documents', () => {
  const words = 'Visitors sign in.';

  it.each([
    ['application/pdf', makePdf([[words]])],
    ['application/pdf', makeDocx(paragraph(words))],
    ['text/html', Buffer.from(`<p>${words}`)],
    ['text/csv', Buffer.from(words)],
  ])('runs from the bundle alone, seeing nothing else: %s', (type, input) => {
    const folder = bundles.folderOf(WORKER);
    const main = join(folder, 'reading-process.main.js');
    const rights = ['--permission', `--allow-fs-read=${folder}/*`];
    const { stdout } = spawnSync(process.execPath, [...rights, main, type], { input, env: {} });
    expect(JSON.parse(stdout.toString()).text).toContain(words);
  });
});
