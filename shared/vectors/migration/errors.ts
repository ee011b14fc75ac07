import { InvalidStateError } from '#shared/runtime/app-error.ts';

/** The tenant's list changed between reading and deciding: read again. */
export class ListChangedError extends InvalidStateError {}

/** Another move is recorded: it has to be finished or rolled back first. */
export class OtherMigrationError extends InvalidStateError {}

/** Something cannot be moved; the tenant stays where it is, and whoever repeats the move goes on. */
export class IncompleteMigrationError extends InvalidStateError {}
