import { routes as auditRoutes } from '#functions/http/audit/contract.ts';
import { envSchema as auditEnv } from '#functions/http/audit/env.ts';
import { envSchema as anchorEnv } from '#functions/schedule/audit-anchor/env.ts';
import { envSchema as sequencerEnv } from '#functions/stream/audit-sequencer/env.ts';
import { AUDIT_FACT_ENTITY } from '#shared/store/audit-record.ts';
import type { FunctionSpec } from './function-spec.ts';
import { LINKS_FACTS, WITH_CALLER } from './table-actions.ts';
import { variablesOf } from './variables.ts';

/** The audit trail: linked, anchored, read and verified. */
export const AUDIT_FUNCTIONS: readonly FunctionSpec[] = [
  {
    trigger: 'stream',
    folder: 'stream/audit-sequencer',
    entity: AUDIT_FACT_ENTITY,
    batchSize: 100,
    lagMeans: 'what happens is not in the audit chain yet',
    runbook: 'audit-lag',
    memoryMb: 512,
    timeoutSeconds: 60,
    variables: variablesOf(sequencerEnv),
    access: { table: LINKS_FACTS },
  },
  {
    trigger: 'schedule',
    folder: 'schedule/audit-anchor',
    everyMinutes: 15,
    memoryMb: 512,
    timeoutSeconds: 120,
    variables: variablesOf(anchorEnv),
    access: { table: ['GetItem', 'PutItem'], indexes: ['due'], writeAnchors: true },
    alarms: [
      {
        metric: 'AuditUnanchoredSeconds',
        above: 3600,
        sentence:
          'The end of an audit chain was not anchored for an hour: nothing would show that it was cut.',
        runbook: 'audit-anchor',
      },
    ],
  },
  {
    trigger: 'http',
    folder: 'http/audit',
    routes: auditRoutes,
    memoryMb: 1024,
    timeoutSeconds: 25,
    variables: variablesOf(auditEnv),
    access: { table: [...WITH_CALLER, 'Query'], listAnchors: true, readSigningKey: true },
  },
];
