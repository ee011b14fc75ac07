import type { TextSpan } from '../proposer.ts';
import { loadAllGrammars } from './languages.ts';
import { orderSpans } from './text/orders.ts';
import { newReading, originalSpan } from './text/reading.ts';

/**
 * Where a message orders the machine about, in any language whatever the session's is: who obeys such
 * orders understands them all. Spans are of the message in NFC.
 */
export async function findOrders(message: string): Promise<readonly TextSpan[]> {
  const grammars = await loadAllGrammars();
  const plain = message.replaceAll(/[\u0370-\u04ff]/g, (letter) => LATIN[letter] ?? letter);
  return grammars.flatMap((grammar) => {
    const reading = newReading(plain, grammar);
    return orderSpans(reading).map((span) => originalSpan(reading, span));
  });
}

/** Letters of other alphabets that hide a word from a pattern, and from nobody else. */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  А: 'A',
  В: 'B',
  е: 'e',
  Е: 'E',
  і: 'i',
  І: 'I',
  К: 'K',
  М: 'M',
  Н: 'H',
  о: 'o',
  О: 'O',
  р: 'p',
  Р: 'P',
  с: 'c',
  С: 'C',
  Т: 'T',
  у: 'y',
  х: 'x',
  Х: 'X',
  ο: 'o',
  α: 'a',
  ν: 'v',
};
