import { namesAnotherNumber, namesSocialSecurity } from './labels.ts';
import { type PiiFinder, spanOf } from './pii.ts';

/** United States social security numbers; without separators only where they are called so. */
export const findSocialSecurityNumbers: PiiFinder = (line) => [
  ...[...line.matchAll(SEPARATED)].flatMap(({ 0: found, index }) =>
    namesAnotherNumber(line, index) ? [] : [spanOf('ssn', index, found)],
  ),
  ...[...line.matchAll(BARE)].flatMap(({ 0: found, index }) =>
    namesSocialSecurity(line, index) ? [spanOf('ssn', index, found)] : [],
  ),
];

/** Areas 000, 666 and 900–999, group 00 and serial 0000 are never given (ssa.gov, randomization). */
const AREA = '(?!000|666|9)\\d{3}';
const SEPARATED = new RegExp(
  `(?<![\\w.+-])${AREA}([- .])(?!00)\\d{2}\\1(?!0000)\\d{4}(?![-.]?\\w)`,
  'g',
);
const BARE = new RegExp(`(?<![\\w.+-])${AREA}(?!00)\\d{2}(?!0000)\\d{4}(?![-.]?\\w)`, 'g');
