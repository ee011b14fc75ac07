/** A PDF of some pages, each some lines of text: small enough to read, real enough to parse. */
export function makePdf(pages: readonly (readonly string[])[]): Uint8Array {
  const font = 3 + pages.length * 2;
  const kids = pages.map((_, at) => `${3 + at * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...pages.flatMap((lines, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${4 + at * 2} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
      streamOf(lines),
    ]),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  return withOffsets(objects);
}

function streamOf(lines: readonly string[]): string {
  const shown = lines.map((line) => `(${line.replaceAll(/([()\\])/g, '\\$1')}) Tj T*`).join('\n');
  const content = `BT /F1 12 Tf 14 TL 72 720 Td\n${shown}\nET`;
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** A PDF of these objects, the first of which is its catalogue; streams may hold any bytes. */
export const makePdfOf = (objects: readonly string[]): Uint8Array => withOffsets(objects);

/** The objects with the table of where each begins, which a PDF ends with. */
function withOffsets(objects: readonly string[]): Uint8Array {
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF`;
  return new Uint8Array(Buffer.from(body + table + trailer, 'latin1'));
}
