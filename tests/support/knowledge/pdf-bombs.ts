import { deflateSync } from 'node:zlib';
import { makePdfOf } from './make-pdf.ts';

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const page = (rest: string) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R ${rest} >>`;
const stream = (content: string, dictionary = '') =>
  `<< /Length ${content.length} ${dictionary} >>\nstream\n${content}\nendstream`;

/** A page of a few kilobytes whose content unpacks to so many megabytes of nothing. */
export function unpackingPdf(megabytes: number): Uint8Array {
  const packed = deflateSync(deflateSync(new Uint8Array(megabytes * 1024 * 1024)));
  const filters = '/Filter [/FlateDecode /FlateDecode]';
  return makePdfOf([CATALOGUE, PAGES, page(''), stream(packed.toString('latin1'), filters)]);
}

/** A page that says of itself that there are a billion. */
export const pagesPdf = (): Uint8Array =>
  makePdfOf([CATALOGUE, PAGES.replace('/Count 1', '/Count 1000000000'), page(''), stream('')]);

/** A list of pages that is its own first entry. */
export const circularPdf = (): Uint8Array =>
  makePdfOf([CATALOGUE, PAGES.replace('3 0 R', '2 0 R'), page(''), stream('')]);

/** A form that shows itself. */
export function recursivePdf(): Uint8Array {
  const form = stream('/F Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources 6 0 R');
  const resources = '/Resources 6 0 R';
  return makePdfOf([
    CATALOGUE,
    PAGES,
    page(resources),
    stream('/F Do'),
    form,
    '<< /XObject << /F 5 0 R >> >>',
  ]);
}

/** A page that is a picture. */
export function scannedPdf(): Uint8Array {
  const image = '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray';
  return makePdfOf([
    CATALOGUE,
    PAGES,
    page('/Resources << /XObject << /I 5 0 R >> >>'),
    stream('9 0 0 9 0 0 cm /I Do'),
    stream('\0', `${image} /BitsPerComponent 8`),
  ]);
}

/** A document that only its password opens (the standard handler, with a key nobody has). */
export function lockedPdf(): Uint8Array {
  const key = '0'.repeat(64);
  const plain = Buffer.from(makePdfOf([CATALOGUE, PAGES, page(''), stream('')])).toString('latin1');
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>]`;
  return new Uint8Array(Buffer.from(plain.replace('/Root', `${lock} /Root`), 'latin1'));
}
