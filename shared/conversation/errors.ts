import { AppError } from '#shared/runtime/app-error.ts';

/** Somebody else, or another tab, answered first, or what was said before is still worked on. */
export class TurnConflictError extends AppError {
  readonly code = 'turn_conflict';

  /** @param status the conversation as it is now, in its wire shape */
  constructor(seen: number, current: number, status: object = {}) {
    const what =
      seen === current
        ? `The conversation is still at work on what was said after turn ${current}`
        : `The conversation is at turn ${current}, not ${seen}`;
    super(what, { turn: current, ...status });
  }
}

/** A person has one active session of a type. */
export class SessionConflictError extends AppError {
  readonly code = 'session_conflict';
  readonly sessionId: string;

  constructor(sessionId: string) {
    super('A session of this type is active; resume it, or cancel it first', {
      conversation_id: sessionId,
    });
    this.sessionId = sessionId;
  }
}
