import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { AllowanceSource } from '#shared/budgets/allowance-source.ts';
import { TableLedger } from '#shared/budgets/table-ledger.ts';
import type { Ids } from '#shared/runtime/ids.ts';
import { remainingMs } from '#shared/runtime/invocation-time.ts';
import { logger } from '#shared/runtime/logger.ts';
import { metrics } from '#shared/runtime/metrics.ts';
import type { Secret } from '#shared/runtime/secret.ts';
import { circuitsIn } from '#shared/store/circuits.ts';
import type { CommitDeps } from '#shared/store/commit.ts';
import { connectChatClient } from './chat-client.openai.ts';
import { configuredModel, type ModelSource } from './configured-model.ts';

export interface ConnectModelDeps extends CommitDeps {
  readonly ids: Ids;
  readonly allowances: AllowanceSource;
  readonly keys: Secret;
}

/** The model that the keys in the secret lead to, on the tenants' budgets, watched. */
export const connectLanguageModel = (deps: ConnectModelDeps): ModelSource =>
  configuredModel({
    ...deps,
    ledger: new TableLedger(deps),
    circuits: circuitsIn(deps.table, deps.clock),
    connect: connectChatClient,
    remainingMs,
    observe: ({ kind, promptName, tookMs, usage }) => {
      logger.info('model asked', {
        outcome: kind,
        prompt: promptName,
        took_ms: tookMs,
        ...(usage && { input_tokens: usage.inputTokens, output_tokens: usage.outputTokens }),
      });
      metrics.addMetric(kind === 'ok' ? 'ModelAnswered' : 'ModelFailed', MetricUnit.Count, 1);
      metrics.addMetric('ModelLatency', MetricUnit.Milliseconds, tookMs);
    },
  });
