import canonicalize from 'canonicalize';

/** What differs from run to run without meaning: names of tenants, ids, times, hashes, secrets. */
const ACCIDENTAL: readonly (readonly [RegExp, string])[] = [
  [/"(correlation_id|audit_trail_id)":"[^"]*"/g, '"$1":"‹id›"'],
  [/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '‹id›'],
  [/\brec_[a-z2-7]{16}\b/g, '‹recommendation›'],
  // The code of a drafted site ends in five letters made of the session's id.
  [/\b(OFF|RT|HC|MFG|DC|WH|EDU|SITE)[A-Z2-7]{5}\b/g, '‹site›'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '‹time›'],
  [/\bdoc-[0-9a-z]+-[0-9a-f]{8}\b/g, '‹document›'],
  [/"took_ms":\d+/g, '"took_ms":‹time›'],
  [/ESC-\d{8}-[0-9a-z]{8}/g, '‹ticket›'],
  [/[0-9a-f]{64}/g, '‹hash›'],
  [/whsec_[A-Za-z0-9+/=]+/g, '‹secret›'],
  [/127\.0\.0\.1:\d+/g, '‹host›'],
];

/** A value as text that is the same in every run and every tenant that did the same. */
export function comparable(value: unknown, tenant: string): string {
  const text = (canonicalize(value) ?? '').replaceAll(tenant, '‹tenant›');
  return ACCIDENTAL.reduce((sofar, [pattern, name]) => sofar.replaceAll(pattern, name), text);
}
