/** A handbook of so many sections, each with a paragraph that is like no other. */
export const handbook = (sections: number, paragraph = paragraphOf): string =>
  Array.from({ length: sections }, (_, at) => `## Part ${at}\n\n${paragraph(at)}\n`).join('\n');

export const paragraphOf = (at: number): string =>
  `Room ${at} is cleaned on every day of week ${at * 7}, and door ${at * 3} is kept shut. `.repeat(
    9,
  );
