import { InMemoryDocuments } from '#tests/support/knowledge/in-memory-documents.ts';
import { InMemorySegments } from '#tests/support/knowledge/in-memory-segments.ts';
import {
  documentObjectsSuite,
  segmentObjectsSuite,
} from '#tests/support/knowledge/objects-suite.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';

documentObjectsSuite('memory', () => {
  const objects = new InMemoryDocuments(new VirtualClock());
  return { objects, put: async (key, content) => objects.drop(key, content) };
});

segmentObjectsSuite('memory', () => new InMemorySegments());
