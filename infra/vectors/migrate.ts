import { inspect } from 'node:util';
import * as z from 'zod';
import { AppError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { readServing } from '#shared/vectors/databases/serving.ts';
import { finishMove, rollBackMove } from '#shared/vectors/migration/end-move.ts';
import { migrateTenant } from '#shared/vectors/migration/migrate-tenant.ts';
import { readEnvironment } from '../local/read-environment.ts';
import { type ConnectedMigration, connectMigration } from './connect-migration.pg.ts';
import { type MigrationOptions, readOptions, USAGE } from './migration-options.ts';
import { accountTarget, localTarget } from './migration-target.secretsmanager.ts';

/**
 * `npm run vectors:migrate`: moves vectors between backends or adds a space, tenant by tenant, while
 * the product runs. Exits 1 where a tenant could not be moved; run again, it goes on.
 */
async function main(options: MigrationOptions): Promise<number> {
  const environment = readEnvironment('.env');
  const target = options.account
    ? accountTarget(environment)
    : await localTarget(options.url, environment);
  const deps = await connectMigration(target);
  try {
    const all = await deps.tenants();
    const tenants = all.filter((tenant) => !options.tenant || tenant === options.tenant);
    if (tenants.length === 0) say('No tenant has documents');
    let failed = 0;
    for (const tenant of tenants)
      failed += (await movedOrSaidWhyNot(deps, tenant, options)) ? 0 : 1;
    return failed === 0 ? 0 : 1;
  } finally {
    await deps.close();
  }
}

async function movedOrSaidWhyNot(
  deps: ConnectedMigration,
  tenant: Tenant,
  options: MigrationOptions,
): Promise<boolean> {
  try {
    say(`${tenant}: ${await act(deps, tenant, options)}`);
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    say(`${tenant}: ${error.message}`);
    return false;
  }
}

async function act(
  deps: ConnectedMigration,
  tenant: Tenant,
  { to, space, finish, rollback }: MigrationOptions,
): Promise<string> {
  if (to) {
    if (space && !(await deps.spaces(tenant)).includes(space))
      return `nothing is configured that embeds in ${space}`;
    const { copied, state } = await migrateTenant(deps, tenant, { to, space: space ?? null });
    return `${state}, ${copied} sets of vectors copied`;
  }
  if (finish) return describe('finished', await finishMove(deps, tenant));
  if (rollback) return describe('rolled back', await rollBackMove(deps, tenant));
  const { serving = deps.preferred, migration } = await readServing(deps.table, tenant);
  return migration ? `${serving}, ${describe(migration.state, migration)}` : serving;
}

const describe = (done: string, move: { from: string; to: string } | undefined): string =>
  move ? `${done}: ${move.from} to ${move.to}` : 'no move is recorded';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

try {
  process.exitCode = await main(readOptions(process.argv.slice(2)));
} catch (error) {
  const isUsage = error instanceof z.ZodError || error instanceof TypeError;
  process.stderr.write(isUsage ? `${error.message}\n\n${USAGE}` : `${inspect(error)}\n`);
  process.exitCode = 2;
}
