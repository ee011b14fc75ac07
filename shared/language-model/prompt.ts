/** What a model is told to do, as data: `templates/prompts/<id>.md` and the schema of its answer. */
export interface Prompt {
  readonly id: string;
  /** Hash of text and schema: says exactly which words led to an answer. */
  readonly version: string;
  readonly text: string;
  /** JSON Schema of the answer, in the subset of structured outputs. */
  readonly answer: Readonly<Record<string, unknown>>;
}

/** How a prompt is named in records: `propose-slots@1a2b3c4d5e6f`. */
export const promptName = ({ id, version }: Prompt): string => `${id}@${version}`;
