import type { Passage } from '#shared/knowledge/passages/find-passages.ts';

/** A passage of a fresh, official document that bears on a draft. */
export const passageOf = (text: string, differing: Partial<Passage> = {}): Passage => ({
  title: 'Handbook',
  text,
  citation: { document_id: 'handbook', heading_path: [], page: null, quote: text },
  authority: 'official',
  similarity: 1,
  datedAt: '2026-01-01T00:00:00.000Z',
  sharedTerms: 5,
  ...differing,
});
