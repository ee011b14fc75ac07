/** Names of the columns from the first record; none where it holds values already, or one cell alone. */
export function csvHeader(record: readonly string[]): readonly string[] {
  const names = record.map(tidyCell);
  const filled = names.filter((name) => name !== '');
  const looksNamed = filled.length * 2 > names.length && filled.every(isName);
  return looksNamed && new Set(filled).size === filled.length ? names : [];
}

/** A value begins with a digit or sign, or is an address; a name is short. */
const isName = (cell: string): boolean => !/^[\d+\-=]|@|^https?:/.test(cell) && cell.length <= 60;

/** `| name: North gate | closes: 22:00 |`; cells that are empty are left out, '' when all are. */
export function writeRow(header: readonly string[], record: readonly string[]): string {
  const cells = record.flatMap((raw, at) => {
    const cell = tidyCell(raw);
    if (cell === '') return [];
    const name = header[at];
    return name ? [`${name}: ${cell}`] : [cell];
  });
  return cells.length === 0 ? '' : `| ${cells.join(' | ')} |`;
}

/** A cell on one line, with bars that do not end it. */
export const tidyCell = (cell: string): string =>
  cell.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();
