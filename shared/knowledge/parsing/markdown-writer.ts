/** Builds Markdown line by line; white space comes out as a browser shows it. */
export class MarkdownWriter {
  readonly #lines: string[] = [];
  #line = '';
  /** What the next line begins with: `## `, `- `. */
  #marker = '';
  #indent = '';

  get text(): string {
    this.endLine();
    return this.#lines.join('\n').trim();
  }

  /** Everything so far on one line, as a heading or a cell needs it. */
  get onOneLine(): string {
    return this.text.replaceAll(/\s+/g, ' ');
  }

  /** Words that follow on the same line. */
  say(words: string): void {
    const flowing = words.replaceAll(/[\s\u00a0]+/g, ' ');
    const begins = this.#line === '' || this.#line.endsWith(' ');
    this.#line += begins ? flowing.trimStart() : flowing;
  }

  endLine(): void {
    const line = this.#line.trimEnd();
    this.#line = '';
    if (line === '') return;
    this.#lines.push(this.#indent + this.#marker + line);
    this.#marker = '';
  }

  /** Ends the line and leaves one blank. */
  endBlock(): void {
    this.endLine();
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  /** A block whose first line carries a mark. A mark without words is dropped. */
  marked(marker: string, write: () => void): void {
    this.endLine();
    this.#marker = marker;
    write();
    this.endLine();
    this.#marker = '';
  }

  /** Whatever is written stands two spaces further in. */
  indented(write: () => void): void {
    const before = this.#indent;
    this.#indent = `${before}  `;
    write();
    this.endLine();
    this.#indent = before;
  }

  /** Lines as they are, a block of their own: tables and code. */
  verbatim(lines: readonly string[]): void {
    this.endBlock();
    if (lines.length > 0) this.#lines.push(...lines, '');
  }
}
