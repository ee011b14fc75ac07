import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort, LOOPBACK } from './loopback.ts';

/** A child process that serves HTTP on the loopback address. */
export interface EngineProcess {
  readonly endpoint: string;
  stop(): Promise<void>;
}

export interface EngineCommand {
  readonly binary: string;
  readonly arguments: (port: number) => readonly string[];
  /** What the engine writes to stderr once it accepts connections. */
  readonly ready: RegExp;
}

// The shell waits for two things at once: the engine's end, and the end of its own stdin, which the
// kernel closes when this process dies, however it dies. So a SIGKILL leaves no orphan behind.
const UNTIL_STDIN_CLOSES = `
exec 3<&0
"$@" & engine=$!
(cat <&3 >/dev/null; kill "$engine" 2>/dev/null) &
wait "$engine"
`;

const START_ATTEMPTS = 5;

/** Starts the engine on a free port. @throws Error with the engine's own words if it does not start. */
export async function startEngineProcess(command: EngineCommand): Promise<EngineProcess> {
  let complaint = '';
  // Between choosing a port and the engine binding it somebody else may take it: try another.
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    const port = await freePort();
    const child = spawnGuarded(command, port);
    const outcome = await untilReady(child, command.ready);
    if (outcome.ready) return running(child, port);
    complaint = outcome.said;
  }
  throw new Error(`${command.binary} does not start: ${complaint}`);
}

const spawnGuarded = ({ binary, arguments: argumentsFor }: EngineCommand, port: number) =>
  spawn('/bin/sh', ['-c', UNTIL_STDIN_CLOSES, 'engine', binary, ...argumentsFor(port)], {
    stdio: ['pipe', 'ignore', 'pipe'],
    // Out of the terminal's group: Ctrl-C reaches us alone, and we still have work to finish.
    detached: true,
  });

async function untilReady(
  child: ReturnType<typeof spawnGuarded>,
  ready: RegExp,
): Promise<{ readonly ready: boolean; readonly said: string }> {
  let said = '';
  for await (const line of createInterface({ input: child.stderr })) {
    said += `${line}\n`;
    if (ready.test(line)) return { ready: true, said };
  }
  child.stdin.destroy();
  return { ready: false, said };
}

function running(child: ChildProcess, port: number): EngineProcess {
  child.stderr?.resume();
  const exited = once(child, 'exit');
  return {
    endpoint: `http://${LOOPBACK}:${port}`,
    async stop() {
      child.stdin?.destroy();
      await exited;
    },
  };
}
