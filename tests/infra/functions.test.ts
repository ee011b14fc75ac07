import { beforeAll, describe, expect, it } from 'vitest';
import type { FunctionSpec } from '#infra/catalogue/function-spec.ts';
import { FUNCTIONS } from '#infra/catalogue/functions.ts';
import { OUTBOX_ENTITY } from '#shared/store/outbox.ts';
import { idIn, ofType, type Placed, synthesize } from './synthesized.ts';

let resources: readonly Placed[];
let lambdas: readonly Placed[];
beforeAll(async () => {
  resources = await synthesize();
  lambdas = ofType(resources, 'AWS::Lambda::Function');
});

/** Reading a file may take a gigabyte; nothing else needs that much. */
const FILE_READER = 'queue/embedding-ingest';

const isOf = ({ folder }: FunctionSpec, { logicalId }: Placed): boolean =>
  logicalId.startsWith(`${folder.replaceAll(/[/-]/g, '')}Function`);

describe('functions', () => {
  it('are those of the catalogue and none that a library added', () => {
    expect(lambdas).not.toEqual([]);
    expect(lambdas).toHaveLength(FUNCTIONS.length);
    for (const spec of FUNCTIONS)
      expect(lambdas.filter((lambda) => isOf(spec, lambda))).toHaveLength(1);
  });

  it('run on Node 24 and arm64, within limits, without reserved concurrency', () => {
    for (const lambda of lambdas) {
      const { Properties } = lambda;
      const readsFiles = FUNCTIONS.some(
        (spec) => spec.folder === FILE_READER && isOf(spec, lambda),
      );
      const mostMb = readsFiles ? 2048 : 1024;
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
      expect(Properties['MemorySize']).toBeGreaterThanOrEqual(512);
      expect(Properties['MemorySize']).toBeLessThanOrEqual(mostMb);
      expect(Properties).not.toHaveProperty('ReservedConcurrentExecutions');
    }
  });

  it('see the variables their schema names, what logs carry, and nothing else', () => {
    for (const spec of FUNCTIONS) {
      const lambda = lambdas.find((one) => isOf(spec, one));
      expect(lambda?.Properties['Environment']).toEqual({
        Variables: Object.fromEntries([
          ...spec.variables.map((name) => [name, expect.anything()]),
          ['POWERTOOLS_SERVICE_NAME', 'onboarding'],
          ['POWERTOOLS_LOG_LEVEL', 'INFO'],
        ]),
      });
    }
  });

  it('log into a group of their own that forgets after 14 days', () => {
    const groups = ofType(resources, 'AWS::Logs::LogGroup');
    expect(groups.length).toBeGreaterThanOrEqual(lambdas.length);
    for (const { Properties } of groups) expect(Properties).toMatchObject({ RetentionInDays: 14 });
    const used = lambdas.map(({ Properties }) => idIn(Properties['LoggingConfig']));
    expect(new Set(used).size).toBe(lambdas.length);
  });
});

describe('event sources', () => {
  it('have failures told one by one', () => {
    for (const { Properties } of ofType(resources, 'AWS::Lambda::EventSourceMapping'))
      expect(Properties).toMatchObject({ FunctionResponseTypes: ['ReportBatchItemFailures'] });
  });

  it('that are queues leave room for other functions', () => {
    const mappings = ofType(resources, 'AWS::Lambda::EventSourceMapping');
    const queues = mappings.filter(({ Properties }) => !('StartingPosition' in Properties));
    expect(queues).toHaveLength(FUNCTIONS.filter(({ trigger }) => trigger === 'queue').length);
    for (const { Properties } of queues)
      expect(Properties).toMatchObject({
        ScalingConfig: { MaximumConcurrency: expect.any(Number) },
      });
  });

  it('that are streams cut a bad record out, park it, and see only their items', () => {
    const mappings = ofType(resources, 'AWS::Lambda::EventSourceMapping');
    const streams = mappings.filter(({ Properties }) => 'StartingPosition' in Properties);
    expect(streams).toHaveLength(FUNCTIONS.filter(({ trigger }) => trigger === 'stream').length);
    for (const { Properties } of streams) {
      expect(Properties).toMatchObject({
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 10,
        DestinationConfig: { OnFailure: expect.anything() },
      });
      expect(idIn(Properties['FilterCriteria'])).toMatch(/INSERT.*NewImage.*entity/);
    }
  });

  it('follow the rows that the outbox writes', () => {
    const relay = FUNCTIONS.find(({ folder }) => folder === 'stream/event-relay');
    expect(relay).toMatchObject({ entity: OUTBOX_ENTITY });
  });

  it('that are clocks park a run that failed', () => {
    const configs = ofType(resources, 'AWS::Lambda::EventInvokeConfig');
    expect(configs).toHaveLength(FUNCTIONS.filter(({ trigger }) => trigger === 'schedule').length);
    for (const { Properties } of configs)
      expect(Properties).toMatchObject({ DestinationConfig: { OnFailure: expect.anything() } });
  });
});
