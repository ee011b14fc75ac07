/**
 * How long a server asks to be left alone: `retry-after-ms` as OpenAI sends it, else `Retry-After`
 * (RFC 9110 section 10.2.3: seconds or a date). Null where it does not say, or says nonsense.
 */
export function retryAfterMs(headers: Pick<Headers, 'get'> | undefined, at: Date): number | null {
  const milliseconds = positive(headers?.get('retry-after-ms'));
  if (milliseconds !== null) return milliseconds;
  const said = headers?.get('retry-after');
  const seconds = positive(said);
  if (seconds !== null) return seconds * 1000;
  const ahead = Date.parse(said ?? '') - at.getTime();
  return Number.isNaN(ahead) ? null : Math.max(0, ahead);
}

const positive = (text: string | null | undefined): number | null =>
  text && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : null;
