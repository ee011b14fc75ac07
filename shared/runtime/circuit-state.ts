import * as z from 'zod';

/** Failures in a row that open a circuit, and how long it stays open: PRODUCT section 7. */
const FAILURES_TO_OPEN = 3;
const OPEN_MS = 60_000;
/** Longer than any call takes: a probe whose caller crashed is given to another one. */
const PROBE_MS = 45_000;

const moment = z.iso.datetime().nullable();

/** How a provider has been doing lately. */
export const circuitState = z.strictObject({
  version: z.int().min(0),
  /** In a row. */
  failures: z.int().min(0),
  /** Until then nothing is let through. */
  open_until: moment,
  /** Until then one caller is trying whether it works again. */
  probe_until: moment,
});
export type CircuitState = z.infer<typeof circuitState>;

export const HEALTHY: CircuitState = {
  version: 0,
  failures: 0,
  open_until: null,
  probe_until: null,
};

/** Whether a call may go out; `probe` to the one that claims it. */
export function admission(state: CircuitState, at: Date): 'closed' | 'open' | 'probe' {
  if (state.failures < FAILURES_TO_OPEN) return 'closed';
  const isAhead = (until: string | null) => until !== null && until > at.toISOString();
  return isAhead(state.open_until) || isAhead(state.probe_until) ? 'open' : 'probe';
}

export const claimingProbe = (state: CircuitState, at: Date): CircuitState => ({
  ...state,
  probe_until: later(at, PROBE_MS),
});

export function afterFailure(state: CircuitState, at: Date): CircuitState {
  const failures = state.failures + 1;
  const open_until = failures < FAILURES_TO_OPEN ? null : later(at, OPEN_MS);
  return { ...state, failures, open_until, probe_until: null };
}

/** One call that worked is enough; unchanged where nothing was wrong. */
export const afterSuccess = (state: CircuitState): CircuitState =>
  state.failures === 0 ? state : { ...HEALTHY, version: state.version };

/** Whoever was let through never called: the probe, if it was one, is for somebody else. */
export const afterAbandoning = (state: CircuitState): CircuitState =>
  state.probe_until === null ? state : { ...state, probe_until: null };

const later = (at: Date, ms: number): string => new Date(at.getTime() + ms).toISOString();
