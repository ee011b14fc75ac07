import { describe, expect, it } from 'vitest';
import { consultDocuments, type DraftDocuments } from '#shared/conversation/draft-documents.ts';
import { PassageFinder } from '#shared/knowledge/passages/passage-finder.ts';
import type { CheckInput } from '#shared/recommendations/check-input.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { opened } from '#tests/support/conversation.ts';
import {
  conversationWorld,
  LAST_ANSWER,
  OFFICE,
  type WorldOptions,
} from '#tests/support/conversation-world/conversation-world.ts';
import { createLibrary } from '#tests/support/knowledge/library.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';

const ACME = trustedTenant('acme');
const AT = new Date('2026-01-05T00:00:00.000Z');

const HANDBOOK = `# Office handbook

Every office is open from 08:00 to 18:00. Enhanced security is required in all offices, and the staff
wear badges. Shifts change at noon.

# Harbor Point

Harbor Point is an office for thirty people. Expected users register at the reception.
`;
const RULES = '# Rules for offices\n\nEvery office opens at 07:00. High security is required.\n';
const MENU = '# Canteen\n\nMonday: soup. Tuesday: pasta with tomato sauce. Fruit is free.\n';

async function documentsWith(...texts: readonly string[]) {
  const library = createLibrary();
  for (const [at, text] of texts.entries())
    await library.add(`doc-${at}`, text, { authority: 'official' });
  const finder = new PassageFinder({ ...library.deps, clock: new VirtualClock() });
  const documents = {
    answer: async () => ({ text: '', citations: [] }),
    passages: (tenant: typeof ACME, topic: string) => finder.find(tenant, topic),
  };
  return { ...library, documents };
}

/** The draft of an office, with the documents that the tenant has. */
async function draftWith(documents: WorldOptions['talk'], more: WorldOptions = {}) {
  const world = conversationWorld({ ...more, talk: { ...documents, ...more.talk } });
  const { body: begun } = await world.start({ client_context: OFFICE });
  const { body } = await world.say(begun.conversation_id, { user_input: LAST_ANSWER });
  const { consensus_confidence: confidence, enhanced_recommendations: shown } = body;
  const terms = (shown?.[0]?.score_terms ?? []).map(({ name }: { name: string }) => name);
  return { ...world, body, confidence, shown, terms };
}

describe('a draft of a tenant with documents', () => {
  it('shows how far they cover it and how fresh they are, and cites them', async () => {
    const { shown, terms, confidence } = await draftWith(await documentsWith(HANDBOOK, MENU));
    expect(terms).toEqual(['coverage', 'agreement', 'freshness', 'policy', 'maker_confidence']);
    expect(confidence).toBeGreaterThanOrEqual(0.7);
    for (const { citations } of shown) {
      expect(citations.length).toBeGreaterThan(0);
      expect(citations.map(({ document_id: id }: { document_id: string }) => id)).not.toContain(
        'doc-1',
      );
    }
  });

  it('that it contradicts says so, with the passage, and changes no value', async () => {
    const { shown, body, confidence } = await draftWith(await documentsWith(RULES));
    const [site, policy] = shown;
    expect(site.reasons).toContain(
      'Checker: A document says that it opens at 07:00, the draft says 08:00.',
    );
    expect(site.citations[0].quote).toBe('Every office opens at 07:00.');
    expect(policy.reasons.join()).toContain('A document asks for high security');
    expect(site.data.operating_hours.open).toBe('08:00');
    expect(body.slots.security_level.value).toBe('enhanced');
    expect(confidence).toBeLessThan((await draftWith(await documentsWith())).confidence);
  });

  it('hands the passages to the second judge, too', async () => {
    const judged: CheckInput[] = [];
    const { documents } = await documentsWith(RULES);
    const secondOpinion = {
      findings: async (_tenant: unknown, draft: CheckInput) => {
        judged.push(draft);
        return [];
      },
    };
    await draftWith({ documents, secondOpinion });
    expect(judged[0]?.passages?.map(({ text }) => text).join()).toContain('opens at 07:00');
  });
});

describe('a draft without a word of documents', () => {
  it.each([
    ['because there are none', []],
    ['because they are about something else', [MENU]],
  ])('is judged without them: %s', async (_name, texts) => {
    const { terms, confidence, shown } = await draftWith(await documentsWith(...texts));
    expect(terms).toEqual(['agreement', 'policy', 'maker_confidence']);
    expect(confidence).toBeGreaterThanOrEqual(0.7);
    expect(shown[0].citations).toEqual([]);
  });

  it('is made all the same when they cannot be asked, and says so', async () => {
    const { documents } = await documentsWith();
    const broken = { ...documents, passages: () => Promise.reject(new Error('no bucket')) };
    const { body, shown } = await draftWith({ documents: broken });
    expect(body.state).toBe('awaiting_approval');
    expect(shown[0].reasons.join()).toContain('could not all be consulted');
  });

  it('does not wait for a search that takes too long', async () => {
    const endless: DraftDocuments = { passages: () => new Promise(() => undefined) };
    const support = await consultDocuments(endless, ACME, opened().session, AT, 20);
    expect(support).toMatchObject({ evidence: [], citations: [], degraded: true });
  });

  it('reads once, and then for a while not at all, where a tenant has none', async () => {
    const { deps, add } = await documentsWith();
    const clock = new VirtualClock();
    let opens = 0;
    const shelf = {
      open: (tenant: typeof ACME) => {
        opens += 1;
        return deps.shelf.open(tenant);
      },
    };
    const finder = new PassageFinder({ ...deps, shelf, clock });
    for (let draft = 0; draft < 5; draft += 1) await finder.find(ACME, 'office');
    expect(opens).toBe(1);
    await add('doc', HANDBOOK);
    clock.passSeconds(30);
    expect((await finder.find(ACME, 'office')).passages).not.toEqual([]);
    await finder.find(ACME, 'office');
    expect(opens).toBe(3);
  });
});
