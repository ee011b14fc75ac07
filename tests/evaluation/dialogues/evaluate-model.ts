import { readEnvironment } from '#infra/local/read-environment.ts';
import { modelServerOf } from '#shared/language-model/model-server.ts';
import { providerKeys } from '#shared/runtime/provider-keys.ts';
import type { Dialogue } from './dialogue.ts';
import { type ModelUse, modelUseOn, timesAsked } from './model-use.ts';
import { withProduct } from './own-cloud.ts';
import { playOverHttp } from './play-over-http.ts';
import { report } from './report.ts';

/** How much is understood with the model that the environment or `.env` configures, and what that costs. */
export async function evaluateModel(dialogues: readonly Dialogue[]): Promise<void> {
  const keys = providerKeys.parse(readEnvironment('.env'));
  const server = modelServerOf(keys);
  if (!server) {
    console.log('unmeasured: no model is configured (see .env.example)');
    return;
  }
  const { played, use } = await withProduct((onOwnCloud) =>
    onOwnCloud(keys, async (cloud) => ({
      played: await playOverHttp(cloud, dialogues),
      use: await modelUseOn(cloud),
    })),
  );
  report(played);
  reportUse(`${server.model} (${server.kind}, billed by: ${server.payee})`, use);
}

function reportUse(model: string, use: ModelUse): void {
  const { outcomes, inputTokens, outputTokens, microcents } = use;
  const ends = Object.entries(outcomes).map(([outcome, times]) => `${times} ${outcome}`);
  console.log(`\nmodel ${model}`);
  console.log(`  asked            ${timesAsked(use)} (${ends.join(', ') || 'never'})`);
  console.log(`  tokens           ${inputTokens} in, ${outputTokens} out`);
  console.log(`  spent            ${microcents} micro-cents`);
}
