import { describe, expect, it } from 'vitest';
import { conversationWorld, OFFICE } from '#tests/support/conversation-world/conversation-world.ts';

const DAY_SECONDS = 86_400;

async function begun() {
  const world = conversationWorld();
  const { body } = await world.start({ client_context: OFFICE });
  return { ...world, id: String(body.conversation_id) };
}

describe('a conversation over time', () => {
  it.each([
    [29 * 60, 409],
    [31 * 60, 201],
  ])('after %d s of silence a new start is answered %d', async (seconds, status) => {
    const { start, clock, ask, id } = await begun();
    clock.passSeconds(seconds);
    expect((await start()).status).toBe(status);
    const { body } = await ask('GET', id);
    expect(body.state).toBe(status === 201 ? 'cancelled' : 'started');
  });

  it('is not idle while a turn is under way', async () => {
    const { start, say, clock, id } = await begun();
    await say(id, { user_input: 'enhanced' }, { headers: { prefer: 'respond-async' } });
    clock.passSeconds(31 * 60);
    expect((await start()).status).toBe(409);
  });

  it('is resumed whole after thirty days, and goes on', async () => {
    const { start, say, clock, id } = await begun();
    clock.passSeconds(30 * DAY_SECONDS);
    const resumed = await start({ resume_existing: true });
    expect(resumed).toMatchObject({
      status: 200,
      body: { conversation_id: id, resumed: true, slots: { expected_users: { value: 30 } } },
    });
    expect(resumed.body.questions).toHaveLength(1);
    const { body } = await say(id, { user_input: 'enhanced' });
    expect(body.state).toBe('awaiting_approval');
  });

  it('that its first words end leaves room for the next, and does not begin beside another', async () => {
    const everything = { ...OFFICE, security_level: 'enhanced' };
    const body = { client_context: everything, initial_input: 'Go ahead with the draft.' };
    const { start } = conversationWorld();
    const first = await start(body);
    expect(first).toMatchObject({ status: 201, body: { state: 'awaiting_approval' } });
    expect((await start()).status).toBe(201);
    expect(await start(body)).toMatchObject({ status: 409, body: { code: 'session_conflict' } });
  });
});

describe('the turns of a conversation', () => {
  it('are shown oldest first, page by page', async () => {
    const { say, ask, id } = await begun();
    for (const user_input of ['hello', 'why?', 'what do you have so far?'])
      await say(id, { user_input });
    const texts: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = { limit: '3', ...(cursor && { cursor }) };
      const { turns } = (await ask('GET', id, '', { query })).body;
      for (const { text, reply, at } of turns.items) {
        texts.push(text);
        expect(reply).not.toBe('');
        expect(at).toMatch(/^2026-01-05T/);
      }
      cursor = turns.next_cursor;
    } while (cursor);
    expect(texts).toEqual(['', 'hello', 'why?', 'what do you have so far?']);
  });

  it('do not open with the cursor of another conversation', async () => {
    const { ask, say, id, start } = await begun();
    await say(id, { user_input: 'hello' });
    const { turns } = (await ask('GET', id, '', { query: { limit: '1' } })).body;
    const other = (await start({ type: 'feature_request' })).body.conversation_id;
    const refused = await ask('GET', other, '', { query: { cursor: turns.next_cursor } });
    expect(refused.status).toBe(400);
  });

  it('of which the second tab answers an old one, it is told where the conversation is', async () => {
    const { say, id } = await begun();
    await say(id, { user_input: 'hello', turn: 0 });
    const late = await say(id, { user_input: 'enhanced', turn: 0 });
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'turn_conflict', turn: 1, state: 'in_progress', conversation_id: id },
    });
  });
});
