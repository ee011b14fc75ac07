/** The little of a parsed page that is used. */
export interface HtmlNode {
  /** `text`, `comment`, `tag`, `script`, `style`, `directive` … */
  readonly type: string;
  readonly data?: string;
  /** Lower case. */
  readonly name?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly HtmlNode[];
}
