import { once } from "../base/once.ts";
import type { Plan } from "../rubric/plan.ts";
import type { KindContext } from "./outcome-proof.ts";
import { createMachine, type Machine } from "./states.ts";
import { type Trails, walk } from "./trails.ts";

/** What titles and earlier years do to a rubric: every state there can be, and units that were really taken through some. */
export interface TitleProof {
  /** Never less than can be of what the rubric itself brings about: what is not in it cannot come of it. */
  readonly machine: Machine;
  /** Never more than can be: what is in it has happened. */
  trails(): Trails;
  /** By place among the states: whether the rubric's own titles stay what they are, whatever is decided. */
  readonly stuck: readonly boolean[];
}

export function proveTitles(plan: Plan, kinds: readonly KindContext[], allKinds: boolean): TitleProof {
  const machine = createMachine(plan, kinds, allKinds);
  return {
    machine,
    trails: once(() => walk(plan, kinds, allKinds, machine)),
    stuck: machine.complete ? stuckIn(plan, machine) : machine.states.map(() => false),
  };
}

/** The titles that only the rubric grants and takes. */
export const ownTitles = (plan: Plan, titles: readonly number[]): readonly number[] =>
  titles.filter((title) => plan.titles[title]?.external !== true);

/**
 * States from which no way leads to other titles: what is left when all are taken out from which one does. To stay
 * away for a year is no way out: who is assessed each year must have one.
 */
function stuckIn(plan: Plan, { states, moves }: Machine): readonly boolean[] {
  const own = states.map(({ titles }) => ownTitles(plan, titles).join());
  const stuck = states.map(() => true);
  const before = new Map<number, number[]>();
  const open: number[] = [];
  for (const { from, to, by } of moves) {
    if (by === "away") continue;
    before.set(to, [...(before.get(to) ?? []), from]);
    if (own[from] !== own[to]) open.push(from);
  }
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (stuck[next] === false) continue;
    stuck[next] = false;
    open.push(...(before.get(next) ?? []));
  }
  return stuck;
}
