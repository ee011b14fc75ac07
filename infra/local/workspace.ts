import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folders of one local cloud, given back when it stops. */
export interface Workspace {
  readonly assemblyFolder: string;
  /** Absent for a cloud that forgets. */
  readonly stateFolder?: string;
  /** Synchronous, so that it can run while the process exits. */
  readonly close: () => void;
}

/** Two clouds cannot keep their state in one folder. */
export class WorkspaceInUseError extends Error {
  override readonly name = 'WorkspaceInUseError';

  constructor(folder: string, pid: number) {
    super(`${folder} is used by process ${pid}: stop it, or start this one with --ephemeral.`);
  }
}

/** `.local/` of the current folder, or a temporary folder that is deleted in the end. */
export function openWorkspace(ephemeral: boolean): Workspace {
  return ephemeral ? openTemporary() : openKept(resolve('.local'));
}

function openTemporary(): Workspace {
  const folder = mkdtempSync(join(tmpdir(), 'local-cloud-'));
  return {
    assemblyFolder: join(folder, 'cdk.out'),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function openKept(folder: string): Workspace {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'lock');
  const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  if (holder > 0 && isRunning(holder)) throw new WorkspaceInUseError(folder, holder);
  writeFileSync(lock, String(process.pid));
  return {
    assemblyFolder: join(folder, 'cdk.out'),
    stateFolder: join(folder, 'state'),
    close: () => rmSync(lock, { force: true }),
  };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
