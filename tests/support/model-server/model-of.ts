import type { LanguageModel, ModelOutcome } from '#shared/language-model/language-model.ts';
import { readAnswer } from '#shared/language-model/read-answer.ts';
import type { AskedOfModel } from './model-server.ts';

/** A model in memory: what it answers goes through the same check as an answer from outside. */
export const modelOf = (
  answer: (asked: AskedOfModel) => unknown,
): LanguageModel & { readonly asked: readonly AskedOfModel[] } => {
  const asked: AskedOfModel[] = [];
  return {
    asked,
    complete: async (_tenant, { prompt, content, schema }) => {
      const [, message = ''] = /<<<MESSAGE \S+>>>\n([\s\S]*)\n<<<END \S+>>>$/.exec(content) ?? [];
      const seen = { system: prompt.text, content, message, schemaName: prompt.id };
      asked.push(seen);
      const text = JSON.stringify(answer(seen));
      const reply = { kind: 'answered', text, complete: true, refusal: null, usage: null } as const;
      return readAnswer(reply, schema, 'in-memory');
    },
  };
};

/** A model that only ever fails. */
export const failingModel = (
  kind: Exclude<ModelOutcome<unknown>['kind'], 'ok'>,
): LanguageModel => ({ complete: async () => ({ kind, detail: 'as arranged' }) });
