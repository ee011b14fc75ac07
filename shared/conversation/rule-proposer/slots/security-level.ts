import { type SecurityLevel, securityLevel } from '#shared/facility/values.ts';
import { type Candidate, CERTAINTY, type ReadInput } from '../candidate.ts';
import { isEnumeration } from '../text/enumeration.ts';
import { findAll, includes, type Reading, type Span } from '../text/reading.ts';
import { saysOnly } from '../text/residue.ts';
import { clauseAt } from '../text/sentences.ts';

/** The security level: beside the word security, or alone where security is the topic of the message. */
export function readSecurityLevel({ reading, expected }: ReadInput): Candidate[] {
  const { stated, onTopic, alone } = reading.grammar.security;
  const asked = expected.includes('security_level');
  return [
    ...levelsAfter(reading, stated, CERTAINTY.stated),
    ...(asked || isTopic(reading)
      ? levelsAfter(reading, [...onTopic, ...alone], CERTAINTY.answered)
      : []),
    ...ownClauses(reading),
    ...(isEnumeration(reading) ? levelsAfter(reading, alone, CERTAINTY.mentioned) : []),
    ...(asked ? bareLevels(reading) : []),
    ...impossibleLevels(reading),
  ];
}

const isTopic = (reading: Reading): boolean => includes(reading, reading.grammar.security.topic);

/** Two levels are held against each other: "basic isn't enough, we need high". */
const areWeighed = (reading: Reading): boolean =>
  securityLevel.options.filter((level) => includes(reading, reading.grammar.security.levels[level]))
    .length > 1;

/** "Security, I guess enhanced", "basic will do": a clause of nothing but the topic and a level. */
function ownClauses(reading: Reading): Candidate[] {
  const { levels, topic, telling = [] } = reading.grammar.security;
  return securityLevel.options.flatMap((level) =>
    findAll(reading, levels[level]).flatMap((find) => {
      const word = reading.text.slice(find.start, find.end);
      const clause = clauseAt(reading, find.start);
      if (!saysOnly(reading, clause, [find], [topic])) return [];
      if (isTopic(reading) || areWeighed(reading))
        return [candidateOf(level, find, CERTAINTY.answered)];
      return telling.includes(word) ? [candidateOf(level, find, CERTAINTY.mentioned)] : [];
    }),
  );
}

function levelsAfter(
  reading: Reading,
  patterns: readonly string[],
  confidence: number,
): Candidate[] {
  return findAll(reading, patterns).flatMap(({ groups: { level } }) => {
    const value = level && levelOf(reading, level);
    return level && value ? [candidateOf(value, level, confidence)] : [];
  });
}

const levelOf = (reading: Reading, span: Span): SecurityLevel | undefined =>
  securityLevel.options.find((level) => {
    const words = findAll(reading, reading.grammar.security.levels[level]);
    return words.some(({ start, end }) => start === span.start && end === span.end);
  });

const bareLevels = (reading: Reading): Candidate[] =>
  securityLevel.options.flatMap((level) =>
    findAll(reading, reading.grammar.security.levels[level]).map((find) =>
      candidateOf(level, find, CERTAINTY.answered),
    ),
  );

/** "none" is no level; it is proposed so that the reply can say which ones there are. */
const impossibleLevels = (reading: Reading): Candidate[] =>
  findAll(reading, reading.grammar.security.impossible).flatMap(({ groups: { level } }) =>
    level
      ? [candidateOf(reading.text.slice(level.start, level.end), level, CERTAINTY.mentioned)]
      : [],
  );

const candidateOf = (value: string, { start, end }: Span, confidence: number): Candidate => ({
  slot: 'security_level',
  value,
  start,
  end,
  confidence,
});
