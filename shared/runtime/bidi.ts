/** Characters that turn the direction of the text around them; none of them can be seen. */
const CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const OVERRIDES = /[\u202a-\u202e]/gu;
const ISOLATED = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/gu;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The same text for the eye, without power over what stands beside it. */
export const withoutBidiControls = (text: string): string => text.replaceAll(CONTROLS, '');

/**
 * A text to be put into a sentence: where it runs right to left it gets a frame (U+2068, U+2069), so that
 * the sentence around it keeps its order. What is framed already stays as it is.
 */
export function isolated(text: string): string {
  const tame = text.replaceAll(OVERRIDES, '');
  return RIGHT_TO_LEFT.test(withoutFrames(tame)) ? `\u2068${tame}\u2069` : tame;
}

function withoutFrames(text: string): string {
  const less = text.replaceAll(ISOLATED, '');
  return less === text ? text : withoutFrames(less);
}
