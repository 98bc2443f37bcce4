import { distance } from "fastest-levenshtein";

/** The candidate most like `word`, where one is near enough to be what was meant; the first of equals. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = word.length <= 2 ? 1 : Math.ceil(word.length / 3);
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const steps = distance(word.toLowerCase(), candidate.toLowerCase());
    // A word of which every character differs is no slip of the keyboard.
    if (steps < bestDistance && steps < Math.max(word.length, candidate.length)) {
      best = candidate;
      bestDistance = steps;
    }
  }
  return best;
}
