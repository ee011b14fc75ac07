import { InMemoryDocuments } from '#tests/support/knowledge/in-memory-documents.ts';
import { InMemorySegments } from '#tests/support/knowledge/in-memory-segments.ts';
import { InMemoryVersions } from '#tests/support/knowledge/in-memory-versions.ts';
import {
  documentObjectsSuite,
  segmentObjectsSuite,
  versionObjectsSuite,
} from '#tests/support/knowledge/objects-suite.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';

documentObjectsSuite('memory', () => {
  const objects = new InMemoryDocuments(new VirtualClock());
  return { objects, put: async (key, content) => objects.drop(key, content) };
});

segmentObjectsSuite('memory', () => new InMemorySegments());
versionObjectsSuite('memory', () => new InMemoryVersions());
