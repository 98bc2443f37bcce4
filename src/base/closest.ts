import { distance } from "fastest-levenshtein";

/** How many characters must be changed, added or left out to make one word of the other. */
export const stepsBetween = (one: string, other: string): number => distance(one, other);

/** The candidate most like `word`, where one is near enough to be what was meant; the first of equals. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = word.length <= 2 ? 1 : Math.ceil(word.length / 3);
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const steps = stepsBetween(word.toLowerCase(), candidate.toLowerCase());
    // A word of which every character differs is no slip of the keyboard.
    if (steps < bestDistance && steps < Math.max(word.length, candidate.length)) {
      best = candidate;
      bestDistance = steps;
    }
  }
  return best;
}

/** The candidates, those that are most like `word` first; equals stay in their order. */
export const alikeFirst = (word: string, candidates: readonly string[]): readonly string[] => {
  const steps = new Map(
    candidates.map((candidate) => [
      candidate,
      // Of two words as far from it, the one that shares more of it is more like it.
      stepsBetween(word.toLowerCase(), candidate.toLowerCase()) - 2 * sharedStart(word, candidate),
    ]),
  );
  return [...candidates].sort((a, b) => (steps.get(a) ?? 0) - (steps.get(b) ?? 0));
};

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
