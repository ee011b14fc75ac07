import { machine } from './machine.ts';
import { show } from './row.ts';
import { shelfRows } from './shelf-rows.ts';

/** `npm run bench:shelf`: the rows of `npm run bench` about a large shelf, without the others. */
show(machine(), await shelfRows());
