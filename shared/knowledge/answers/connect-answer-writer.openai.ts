import type { ConnectModelDeps } from '#shared/language-model/connect-language-model.openai.ts';
import { modelServerOf } from '#shared/language-model/model-server.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import { readProviderKeys } from '#shared/runtime/provider-keys.ts';
import type { AnswerWriter } from './answer-writer.ts';

/** The model that is configured words answers. Without one nothing of it is loaded. */
export function connectAnswerWriter(deps: ConnectModelDeps): AnswerWriter {
  const loaded = onFirstUse(async () => {
    const [{ connectLanguageModel }, { writeAnswer }] = await Promise.all([
      import('#shared/language-model/connect-language-model.openai.ts'),
      import('./write-answer.ts'),
    ]);
    return { models: connectLanguageModel(deps), writeAnswer };
  });
  return {
    write: async (tenant, request) => {
      if (!modelServerOf(await readProviderKeys(deps.keys))) return [];
      const { models, writeAnswer } = await loaded();
      const model = await models.current();
      return model ? writeAnswer({ model, ids: deps.ids }, tenant, request) : [];
    },
  };
}
