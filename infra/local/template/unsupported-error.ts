/** The template asks for something that the local cloud does not serve: better no cloud than a lying one. */
export class UnsupportedTemplateError extends Error {
  override readonly name = 'UnsupportedTemplateError';

  constructor(where: string, what: string) {
    super(`${where}: ${what}`);
  }
}
