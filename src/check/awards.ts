import { compare, isZero, multiply, type Rational } from "../base/rational.ts";
import type { Award } from "../rubric/plan.ts";

/** Which of two awards is worth more; undefined where that hangs on points that differ from unit to unit. */
export function compareAwards(a: Award, b: Award, points: Rational | undefined): number | undefined {
  if (a.share === b.share || isZero(a.value) || isZero(b.value)) return compare(a.value, b.value);
  if (points === undefined) return undefined;
  const worth = ({ share, value }: Award): Rational => (share ? multiply(points, value) : value);
  return compare(worth(a), worth(b));
}
