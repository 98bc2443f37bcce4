import type { Plan } from "../rubric/plan.ts";
import { type KindOfUnit, kindsOfUnit } from "./kinds-of-unit.ts";

/** What can be proven about a rubric before anybody is judged by it. Everything in it is worked out when first asked for. */
export interface Proof {
  /** The kinds of unit that the rubric tells apart; `complete` is false where there are too many to look at. */
  readonly kinds: { readonly list: readonly KindOfUnit[]; readonly complete: boolean };
}

export function createProof(plan: Plan): Proof {
  let kinds: Proof["kinds"] | undefined;
  return {
    get kinds() {
      kinds ??= kindsOfUnit(plan);
      return kinds;
    },
  };
}
