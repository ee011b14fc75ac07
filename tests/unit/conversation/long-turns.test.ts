import { describe, expect, it } from 'vitest';
import { ruleProposer } from '#shared/conversation/rule-proposer/rule-proposer.ts';
import {
  conversationWorld,
  LAST_ANSWER,
  OFFICE,
  type WorldOptions,
} from '#tests/support/conversation-world/conversation-world.ts';

const ASYNC = { headers: { prefer: 'respond-async, wait=5' } };

/** A conversation about an office with one question left. */
async function almostDrafted(options: WorldOptions = {}) {
  const world = conversationWorld(options);
  const { body } = await world.start({ client_context: OFFICE });
  return { ...world, id: String(body.conversation_id) };
}

/** The same, with its last answer accepted and not worked on yet. */
async function accepted() {
  const world = await almostDrafted();
  const answer = await world.say(world.id, { user_input: LAST_ANSWER }, ASYNC);
  const [message] = world.messages();
  return { ...world, answer, message };
}

describe('a turn whose sender prefers not to wait', () => {
  it('is answered with where to look, and is stored before that', async () => {
    const { answer, ask, id } = await accepted();
    const status_url = `/api/v1/onboarding/conversation/${id}/status`;
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({ status: 'processing', status_url });
    expect(answer.headers).toMatchObject({ location: status_url, 'retry-after': '2' });
    const { body } = await ask('GET', id, 'status');
    expect(body).toMatchObject({ state: 'started', turn: 0, processing: true });
    expect(body.task_id).toBe(answer.body.task_id);
  });

  it('is answered with the same again for the same key, headers too, and accepted once', async () => {
    const world = await almostDrafted();
    const part = { ...ASYNC, idempotencyKey: 'one' };
    const first = await world.say(world.id, { user_input: LAST_ANSWER }, part);
    const second = await world.say(world.id, { user_input: LAST_ANSWER }, part);
    expect(second.text).toBe(first.text);
    expect(second.headers).toMatchObject({
      location: first.headers['location'],
      'retry-after': '2',
      'idempotent-replayed': 'true',
    });
    expect(world.messages()).toHaveLength(1);
  });

  it('comes to what the same turn comes to when it is waited for', async () => {
    const waited = await almostDrafted();
    const { body: expected } = await waited.say(waited.id, { user_input: LAST_ANSWER });
    const { ask, id, message, work } = await accepted();
    expect(await work(message)).toBe(0);
    const { body } = await ask('GET', id, 'status');
    const { state, turn, slots, questions } = expected;
    expect(body).toMatchObject({ state, turn, slots, questions, processing: false });
    expect(state).toBe('awaiting_approval');
  });

  it('has one effect, however often its message comes', async () => {
    const { message, work, ask, id, events } = await accepted();
    const failures = await Promise.all([1, 2, 3].map(() => work(message)));
    expect(failures).toEqual([0, 0, 0]);
    expect(await work(message)).toBe(0);
    expect((await ask('GET', id)).body.turns.items).toHaveLength(2);
    const counted = (name: string) => events().filter((event) => event === name).length;
    expect(counted('session.answered.v1')).toBe(1);
    expect(counted('session.drafted.v1')).toBe(1);
    expect(counted('approval.requested.v1')).toBe(1);
  });

  it.each(['process', 'cancel', 'escalate'])('lets nobody %s meanwhile', async (what) => {
    const { say, ask, id } = await accepted();
    const body = { reason: 'too slow' };
    const refused =
      what === 'process'
        ? await say(id, { user_input: 'an office' })
        : await ask('POST', id, what, { body });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'turn_conflict', turn: 0, processing: true, state: 'started' },
    });
  });

  it('is refused where it answers another turn, or the conversation takes no answers', async () => {
    const { say, ask, id } = await almostDrafted();
    const stale = await say(id, { user_input: 'x', turn: 7 }, ASYNC);
    expect(stale).toMatchObject({ status: 409, body: { code: 'turn_conflict' } });
    await ask('POST', id, 'cancel');
    const late = await say(id, { user_input: 'x' }, ASYNC);
    expect(late).toMatchObject({ status: 409, body: { code: 'invalid_state' } });
  });

  it('of two tabs at once is accepted from one', async () => {
    const { say, id, messages } = await almostDrafted();
    const answers = await Promise.all(
      ['high', 'basic'].map((user_input) => say(id, { user_input }, ASYNC)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409]);
    expect(messages()).toHaveLength(1);
  });
});

describe('a turn that is not worked on', () => {
  it('is given up after ten minutes, and the person can go on', async () => {
    const { clock, minute, ask, say, id, work, message } = await accepted();
    clock.passSeconds(9 * 60);
    await minute();
    expect((await ask('GET', id, 'status')).body.processing).toBe(true);
    clock.passSeconds(61);
    await minute();
    const { body } = await ask('GET', id, 'status');
    expect(body).toMatchObject({ state: 'in_progress', processing: false, turn: 0 });
    expect(body.reason).toMatch(/took too long/);
    // A worker that comes late all the same changes nothing.
    expect(await work(message)).toBe(0);
    expect((await ask('GET', id, 'status')).body).toEqual(body);
    const again = await say(id, { user_input: LAST_ANSWER });
    expect(again.body.state).toBe('awaiting_approval');
  });

  it('is worked on by the next message after a crash of the worker', async () => {
    let calls = 0;
    const crashingOnce: typeof ruleProposer = {
      propose: async (...said) => {
        calls += 1;
        if (calls === 1) throw new Error('crashed');
        return ruleProposer.propose(...said);
      },
    };
    const world = await almostDrafted({ worker: { proposer: crashingOnce } });
    await world.say(world.id, { user_input: LAST_ANSWER }, ASYNC);
    const [message] = world.messages();
    expect(await world.work(message)).toBe(1);
    expect(await world.work(message)).toBe(0);
    const { body } = await world.ask('GET', world.id, 'status');
    expect(body).toMatchObject({ state: 'awaiting_approval', turn: 1, processing: false });
  });
});

describe('a draft that a second judge takes long over', () => {
  const slowly = { talk: { draftsInQueue: async () => true } };

  it('is left to the queue: the turn is answered, the draft comes later', async () => {
    const { say, id, ask, messages, work } = await almostDrafted(slowly);
    const answer = await say(id, { user_input: LAST_ANSWER });
    expect(answer).toMatchObject({ status: 202, body: { status: 'processing' } });
    const { body: generating } = await ask('GET', id, 'status');
    expect(generating).toMatchObject({ state: 'generating', turn: 1, processing: true });
    const [message] = messages();
    expect(await Promise.all([work(message), work(message)])).toEqual([0, 0]);
    const { body } = await ask('GET', id, 'status');
    expect(body).toMatchObject({ state: 'awaiting_approval', turn: 1, processing: false });
    expect(body.enhanced_recommendations).not.toEqual([]);
  });

  it('shows what the second judge has found', async () => {
    const finding = {
      code: 'contradicts_documents',
      entityType: 'site',
      pointer: '/0',
      detail: 'It contradicts a document of the company',
    } as const;
    const world = await almostDrafted({
      ...slowly,
      worker: {
        secondOpinion: { findings: async () => [finding] },
      },
    });
    await world.say(world.id, { user_input: LAST_ANSWER });
    await world.work(world.messages()[0]);
    const { body } = await world.ask('GET', world.id, 'status');
    expect(JSON.stringify(body.enhanced_recommendations)).toContain(finding.detail);
  });

  it('judges with what the turn has left of its patience', async () => {
    const judgedAfterMs: number[] = [];
    const world = await almostDrafted({
      worker: {
        proposer: {
          propose: async (...said) => {
            world.clock.passSeconds(3);
            return ruleProposer.propose(...said);
          },
        },
        secondOpinion: {
          findings: async (_tenant, _draft, since) => {
            judgedAfterMs.push(world.clock.now().getTime() - since.getTime());
            return [];
          },
        },
      },
    });
    await world.say(world.id, { user_input: LAST_ANSWER }, ASYNC);
    await world.work(world.messages()[0]);
    expect(judgedAfterMs).toEqual([3_000]);
  });

  it('that never comes is given up: the facts stay, and the person drafts again', async () => {
    const { say, id, clock, minute, ask } = await almostDrafted(slowly);
    await say(id, { user_input: LAST_ANSWER });
    clock.passSeconds(601);
    await minute();
    const { body } = await ask('GET', id, 'status');
    expect(body).toMatchObject({ state: 'in_progress', processing: false });
    expect(body.slots.security_level.value).toBe('enhanced');
    expect(body.questions).toHaveLength(1);
  });
});
