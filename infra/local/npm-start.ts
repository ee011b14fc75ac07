import { parseArgs } from 'node:util';
import { PortInUseError } from './gateway/front-door.ts';
import { startLocalCloud } from './local-cloud.ts';
import { readEnvironment } from './read-environment.ts';
import { createStopwatch } from './stopwatch.ts';
import { UnsupportedTemplateError } from './template/unsupported-error.ts';
import { openWorkspace, WorkspaceInUseError } from './workspace.ts';

const DEFAULT_PORT = '4000';

/** `npm start -- [--port 4000] [--ephemeral]`: the whole product on this machine, until Ctrl-C. */
export async function npmStart(): Promise<void> {
  try {
    await runUntilStopped();
    process.exit(0);
  } catch (error) {
    console.error(isExpected(error) ? error.message : error);
    process.exit(1);
  }
}

async function runUntilStopped(): Promise<void> {
  const { port, ephemeral } = readArguments();
  // Lambda's clocks show UTC.
  process.env.TZ = 'UTC';
  const stopwatch = createStopwatch();
  const workspace = openWorkspace(ephemeral);
  // However this process ends: engines end by themselves, folders do not.
  process.on('exit', workspace.close);
  const stopped = stopSignal();
  const { synthesize } = await import('./synthesize.ts');
  stopwatch.lap('load the CDK');
  await synthesize(workspace.assemblyFolder);
  stopwatch.lap('bundle and synthesize');
  const cloud = await startLocalCloud({
    assembly: workspace.assemblyFolder,
    stateFolder: workspace.stateFolder,
    port,
    environment: readEnvironment('.env'),
    onError: console.error,
  });
  stopwatch.lap('bring up');
  stopwatch.report();
  console.log(`mails ${cloud.endpoints.mail_url}`);
  console.log(`ready ${cloud.url}`);
  await stopped();
  await cloud.stop();
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: DEFAULT_PORT },
      ephemeral: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new TypeError(`--port takes a number from 0 to 65535, not ${values.port}.`);
  }
  return { port, ephemeral: values.ephemeral };
}

/** A signal during the start ends it; later the first asks to stop and the second does not ask. */
function stopSignal(): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let mayStop = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (!mayStop) process.exit(130);
      mayStop = false;
      resolve();
    });
  }
  return () => {
    mayStop = true;
    return promise;
  };
}

const isExpected = (error: unknown): error is Error =>
  [PortInUseError, WorkspaceInUseError, UnsupportedTemplateError, TypeError].some(
    (kind) => error instanceof kind,
  );
