import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Item } from '#shared/store/item.ts';
import { chainOf, factAt } from '#tests/support/audit/chain-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'audit-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, lines: readonly object[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return path;
}

function verify(...args: readonly string[]) {
  const script = 'infra/audit/verify-export.ts';
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

describe('npm run audit:verify', () => {
  const chain: readonly Item[] = chainOf(5);
  const [, , third, , fifth] = chain;
  const anchor = fileOf('anchor.json', [{ tenant_id: 'acme', at: '2026', ...fifth }]);

  it('says how far an export is good, and that it ends where it must', () => {
    const whole = fileOf('whole.jsonl', [...chain, factAt(6)]);
    const { status, said } = verify(whole, '--anchor', anchor);
    expect(status).toBe(0);
    expect(said).toContain('5 records are good, 1 not linked yet; held against 1 anchors.');
    expect(said).toContain(`Head: 5 ${fifth?.hash}`);
  });

  it('prints the first bad record and fails', () => {
    const bad = { ...third, action: 'thing.undone' };
    const { status, said } = verify(fileOf('bad.jsonl', chain.with(2, bad)));
    expect(status).toBe(1);
    expect(said).toContain('Record 3 is bad: altered');
    expect(said).toContain(String(third?.['audit_id']));
  });

  it('notices a cut end by an anchor alone', () => {
    const cut = fileOf('cut.jsonl', chain.slice(0, 3));
    expect(verify(cut)).toMatchObject({ status: 0 });
    const { status, said } = verify(cut, '--anchor', anchor);
    expect(status).toBe(1);
    expect(said).toContain('Record 4 is bad: cut');
  });

  it('praises nothing where there is nothing, unless an anchor says so', () => {
    const empty = fileOf('empty.jsonl', []);
    const { status, said } = verify(empty);
    expect(status).toBe(1);
    expect(said).toContain('There is nothing to verify');
    const none = fileOf('none.json', [{ sequence: 0, hash: '0'.repeat(64) }]);
    expect(verify(empty, '--anchor', none)).toMatchObject({ status: 0 });
    expect(verify(empty, '--anchor', anchor)).toMatchObject({ status: 1 });
  });

  it('says how it is used', () => {
    expect(verify()).toEqual({ status: 2, said: expect.stringContaining('<export>') });
  });
});
