import { AppError } from '#shared/runtime/app-error.ts';
import { isPassing } from '#shared/runtime/passing-fault.ts';
import type { ProblemCode } from '#shared/runtime/problem-code.ts';
import { API_BASE_PATH } from './route.ts';

/** Status and title of every code. */
export const PROBLEMS = {
  validation_failed: { status: 400, title: 'The request is not valid' },
  malformed_json: { status: 400, title: 'The body is not JSON' },
  unauthenticated: { status: 401, title: 'Sign-in is needed' },
  forbidden: { status: 403, title: 'Not allowed' },
  tenant_mismatch: { status: 403, title: 'Another tenant was named' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  payload_too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The content type is not supported' },
  rate_limited: { status: 429, title: 'Too many requests' },
  feature_disabled: { status: 403, title: 'The feature is switched off' },
  session_conflict: { status: 409, title: 'Another session is active' },
  turn_conflict: { status: 409, title: 'The conversation has moved on' },
  invalid_state: { status: 409, title: 'Not possible in this state' },
  idempotency_key_missing: { status: 400, title: 'An Idempotency-Key is needed' },
  idempotency_in_progress: { status: 409, title: 'The same call is still running' },
  idempotency_mismatch: { status: 422, title: 'The Idempotency-Key belongs to another request' },
  stale_changeset: { status: 409, title: 'The configuration has changed meanwhile' },
  revision_mismatch: { status: 409, title: 'Another revision was meant' },
  already_decided: { status: 409, title: 'Already decided' },
  self_approval: { status: 403, title: 'One cannot approve what one asked for' },
  not_an_approver: { status: 403, title: 'Not an approver of this changeset' },
  policy_unsatisfiable: { status: 422, title: 'Nobody can satisfy the approval policy' },
  incompatible_template: { status: 422, title: 'The template does not fit' },
  budget_exhausted: { status: 429, title: 'The budget is used up' },
  egress_refused: { status: 422, title: 'The address may not be called' },
  document_rejected: { status: 422, title: 'The document cannot be read' },
  internal: { status: 500, title: 'Internal error' },
} as const satisfies Record<ProblemCode, { status: number; title: string }>;

/** Of an internal error that passes. */
export const UNAVAILABLE = 503;
const TRY_AGAIN = 'Something that this needs took too long; send the same request again';

/** Where a page about each problem is served. */
const PROBLEM_TYPE_BASE = `${API_BASE_PATH}/problems/`;

/** The page of a code: `validation-failed`. */
export const pageNameOf = (code: ProblemCode): string => code.replaceAll('_', '-');

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code: ProblemCode;
  readonly correlation_id: string;
}

/** RFC 9457 document of any thrown value; an unknown error's details never leave the process. */
export function toProblem(error: unknown, correlationId: string): Problem {
  const known = error instanceof AppError ? error : undefined;
  const code = known?.code ?? 'internal';
  const standard = {
    type: PROBLEM_TYPE_BASE + pageNameOf(code),
    ...PROBLEMS[code],
    ...(isPassing(error) && { status: UNAVAILABLE, detail: TRY_AGAIN }),
    ...(known && { detail: known.message }),
    code,
    correlation_id: correlationId,
  };
  // Extensions come after the members of the standard, and never replace them.
  return { ...standard, ...known?.extensions, ...standard };
}
