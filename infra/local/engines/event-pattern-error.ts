/** EventBridge would answer InvalidEventPatternException. */
export class EventPatternError extends Error {
  override readonly name = 'EventPatternError';

  constructor(complaint: string, path: readonly string[]) {
    super(`Event pattern is not valid: ${['$', ...path].join('.')} ${complaint}`);
  }
}
