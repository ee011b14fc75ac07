/** What a parser found: text with `\f` on a line of its own between pages. */
interface ParsedDocument {
  readonly text: string;
  /** Null where the format knows no pages. */
  readonly page_count: number | null;
}

/**
 * Port to whatever reads one file format. The bytes are untrusted.
 * @throws DocumentRejectedError with a reason a person understands; anything else is a fault of ours.
 */
export interface DocumentParser {
  parse(bytes: Uint8Array): Promise<ParsedDocument>;
}
