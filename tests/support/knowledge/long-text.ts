/** A handbook of so many sections, each with a paragraph that is like no other. */
export const handbook = (sections: number, paragraph = paragraphOf): string =>
  Array.from({ length: sections }, (_, at) => `## Part ${at}\n\n${paragraph(at)}\n`).join('\n');

export const paragraphOf = (at: number): string =>
  `Room ${at} is cleaned on every day of week ${at * 7}, and door ${at * 3} is kept shut. `.repeat(
    9,
  );

/** Many sections of a few words: little text, and yet more chunks than are embedded at once. */
export const register = (sections: number): string =>
  handbook(sections, (at) => `Key ${at} opens door ${at * 3}.`);
