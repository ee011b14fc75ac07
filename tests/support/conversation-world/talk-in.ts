import { expect } from 'vitest';
import { loadRules } from '#shared/conversation/rule-proposer/load-rules.ts';
import { configureSite } from './configured-site.ts';
import { conversationWorld } from './conversation-world.ts';

/**
 * A tenant with the sites OFF001 and OFF002, and a way to talk to it in a language.
 * @param names what the two sites are called
 */
export async function talkIn(language: string, names: readonly [string, string]) {
  // The grammar is there before the first test begins to count its seconds.
  await loadRules(language);
  return async (type: string, ...lines: readonly string[]) => {
    const world = conversationWorld();
    await configureSite(world.table, 'acme', 'OFF001', names[0]);
    await configureSite(world.table, 'acme', 'OFF002', names[1]);
    const [initial_input, ...answers] = lines;
    let answer = await world.start({ type, language, initial_input });
    const asked: string[] = [];
    for (const user_input of answers) {
      asked.push(answer.body.questions[0]?.slot);
      answer = await world.say(String(answer.body.conversation_id), { user_input });
      expect(answer.status, answer.text).toBe(200);
    }
    return { body: answer.body, asked, world };
  };
}
