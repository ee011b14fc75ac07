import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readDialogues, UnusableFolderError } from '#tests/evaluation/dialogues/read-dialogues.ts';

const folders: string[] = [];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dialogues-'));
  folders.push(folder);
});
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true });
});

const write = (name: string, content: unknown): void =>
  writeFileSync(join(folder, name), JSON.stringify(content));

const dialogue = (id: string, language: string) => ({
  id,
  language,
  type: 'initial_setup',
  tags: [],
  start: {},
  turns: [],
  final: { slots: {}, awaiting_approval: false },
});

describe('a folder of labelled dialogues', () => {
  it('is read by file name, in the language that is asked for, and nothing else of it', () => {
    write('b.json', dialogue('b', 'de'));
    write('a.json', dialogue('a', 'en'));
    write('notes.txt', 'no dialogue');
    expect(readDialogues(folder).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(readDialogues(folder, 'de').map(({ id }) => id)).toEqual(['b']);
  });

  it('is refused by name where there is nothing to evaluate', () => {
    write('a.json', dialogue('a', 'en'));
    expect(() => readDialogues(join(folder, 'none'))).toThrow(UnusableFolderError);
    expect(() => readDialogues(folder, 'fr')).toThrow(`${folder} holds no dialogues in fr`);
  });

  it('is refused with the file that is no labelled dialogue', () => {
    write('a.json', { ...dialogue('a', 'en'), turns: [{ user: 5 }] });
    expect(() => readDialogues(folder)).toThrow(/a\.json is no labelled dialogue/);
  });
});
