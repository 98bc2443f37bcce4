import { byEach } from "../base/order.ts";
import { compare, type Rational, round } from "../base/rational.ts";
import type { Better, Plan, TiePlan } from "../rubric/plan.ts";
import { unitIs } from "../scoring/profile.ts";
import type { Scores, UnitScore } from "../scoring/score.ts";

/** A unit's place in its group. Equal units share a place, and the next place is left out: 1, 1, 3. */
export interface Ranked {
  readonly score: UnitScore;
  readonly group: string;
  readonly rank: number;
  readonly tied: boolean;
}

/** The figure that ranks and ties see. */
export const rankFigure = (plan: Plan, value: Rational): Rational =>
  plan.rounding.ranks === "exact" ? value : round(value, plan.rounding.places, plan.rounding.mode);

/**
 * Ranks the units within their groups. Groups come in the rubric's order, then in that of the
 * register; units in order of rank, and units of one rank in that of the register.
 */
export function rank(plan: Plan, { units }: Scores): readonly Ranked[] {
  const order = bestFirst(bettersOf(plan));
  return [...groupsInOrder(plan, units)].flatMap(([group, members]) => {
    const figures = new Map(members.map((member) => [member, figuresOf(plan, member)]));
    const sorted = [...members].sort(
      (a, b) => order(figures.get(a) ?? [], figures.get(b) ?? []) || a.unit.index - b.unit.index,
    );
    let place = 1;
    return sorted.map((score, index): Ranked => {
      const same = (other: UnitScore | undefined): boolean =>
        other !== undefined && order(figures.get(other) ?? [], figures.get(score) ?? []) === 0;
      if (!same(sorted[index - 1])) place = index + 1;
      return { score, group, rank: place, tied: same(sorted[index - 1]) || same(sorted[index + 1]) };
    });
  });
}

function groupsInOrder(plan: Plan, units: readonly UnitScore[]): Map<string, UnitScore[]> {
  const groups = new Map<string, UnitScore[]>(plan.ranking.groups.map((name) => [name, []]));
  for (const score of units) {
    const members = groups.get(score.group);
    if (members === undefined) groups.set(score.group, [score]);
    else members.push(score);
  }
  return groups;
}

export type Figures = readonly (Rational | undefined)[];

/** What a unit is ranked by: its total, then a figure for each tie-break. */
export const figuresOf = (plan: Plan, score: UnitScore): Figures => [
  rankFigure(plan, score.total),
  ...tieFigures(plan, plan.ranking.ties, score),
];

/** A figure for each tie-break. */
export const tieFigures = (plan: Plan, ties: readonly TiePlan[], score: UnitScore): Figures =>
  ties.map((tie) => {
    if (tie.when !== undefined && !unitIs(tie.when, score.unit)) return undefined;
    if (tie.by === "score") {
      const earned = tie.node === 0 ? score.total : score.earned[tie.node];
      return earned && rankFigure(plan, earned);
    }
    const value = score.values[tie.input];
    return value?.kind === "number" ? value.number : undefined;
  });

/** Which way each of those figures goes: the total first, then the declared tie-breaks. */
export const bettersOf = ({ ranking: { better, ties } }: Plan): readonly Better[] => [
  better,
  ...ties.map((tie) => tie.better),
];

/** Figure by figure until one parts the two; a unit without the figure comes after those with it. */
export function bestFirst(betters: readonly Better[]): (a: Figures, b: Figures) => number {
  return byEach(
    ...betters.map((better, index) => (a: Figures, b: Figures) => {
      const left = a[index];
      const right = b[index];
      if (left === undefined || right === undefined)
        return Number(left === undefined) - Number(right === undefined);
      return better === "higher" ? compare(right, left) : compare(left, right);
    }),
  );
}
