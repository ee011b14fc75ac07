import { type Person, person } from '#shared/tenants/person.ts';
import type { Transaction } from '../machinery/transaction.ts';

/** How long an instance may rely on what it has read of people, with how wrong its clock may be. */
const HELD_MS = 30_000;

interface PersonSince {
  readonly sinceMs: number;
  readonly person: Person;
}

/** What the directory of each tenant has said of each person, and when. */
export class PeopleKnown {
  readonly #people = new Map<string, PersonSince[]>();

  see(transaction: Transaction): void {
    const { tenant, atMs } = transaction;
    for (const { after } of transaction.in('PEOPLE')) {
      if (!after) continue;
      const now = person.parse(after);
      const name = `${tenant} ${now.user_id}`;
      this.#people.set(name, [...(this.#people.get(name) ?? []), { sinceMs: atMs, person: now }]);
    }
  }

  /** As what the instance of a transaction may know the person that it is about. */
  asKnownTo({ by, tenant, atMs }: Transaction, userId: string): readonly Person[] {
    const history = this.#people.get(`${tenant} ${userId}`) ?? [];
    const fromMs = by.busySinceMs - HELD_MS;
    return history
      .filter(
        ({ sinceMs }, index) => sinceMs <= atMs && (history[index + 1]?.sinceMs ?? atMs) >= fromMs,
      )
      .map((since) => since.person);
  }
}
