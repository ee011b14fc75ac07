import { findPii } from '#shared/knowledge/curation/pii/find-pii.ts';
import { type PiiKind, type PiiSpan, piiKind } from '#shared/knowledge/curation/pii/pii.ts';
import type { PiiCase } from './pii-case.ts';

/** How often a kind was found where it is, found where it is not, and missed; to the character. */
interface PiiScore {
  right: number;
  wrong: number;
  missed: number;
}

export interface PiiResult {
  readonly scores: Readonly<Record<PiiKind, PiiScore>>;
  /** What went wrong, in words. */
  readonly mistakes: readonly string[];
}

export function scorePii(cases: readonly PiiCase[]): PiiResult {
  const none = (): PiiScore => ({ right: 0, wrong: 0, missed: 0 });
  const scores = { email: none(), phone: none(), ssn: none(), card: none(), ip: none() };
  const mistakes: string[] = [];
  for (const each of cases)
    for (const { verdict, span } of judge(each)) {
      scores[span.kind][verdict] += 1;
      const words = each.text.slice(span.start, span.end);
      if (verdict !== 'right') mistakes.push(`${each.id} ${verdict} ${span.kind}: ${words}`);
    }
  return { scores, mistakes };
}

function judge({ text, spans }: PiiCase) {
  const found = findPii(text);
  const judged = found.map((span) => {
    const isRight = spans.some((wanted) => isSame(wanted, span));
    return { span, verdict: isRight ? 'right' : 'wrong' } as const;
  });
  const missed = spans.filter((wanted) => !found.some((other) => isSame(wanted, other)));
  return [...judged, ...missed.map((span) => ({ span, verdict: 'missed' }) as const)];
}

const isSame = (one: PiiSpan, other: PiiSpan): boolean =>
  one.kind === other.kind && one.start === other.start && one.end === other.end;

/** A line per kind, and one for all of them together. */
export function reportPii({ scores }: PiiResult): readonly string[] {
  const all = { right: 0, wrong: 0, missed: 0 };
  const lines = piiKind.options.map((kind) => {
    const { right, wrong, missed } = scores[kind];
    all.right += right;
    all.wrong += wrong;
    all.missed += missed;
    return describe(kind, scores[kind]);
  });
  return [...lines, describe('all', all)];
}

function describe(name: string, { right, wrong, missed }: PiiScore): string {
  const share = (of: number) => (of === 0 ? '  –  ' : (right / of).toFixed(3));
  return `  ${name.padEnd(6)} precision ${share(right + wrong)}  recall ${share(right + missed)}  (${right} right, ${wrong} wrong, ${missed} missed)`;
}
