import { flatMap } from "../../base/flat-map.ts";
import { headingKey } from "../../evidence/usual-headings.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Path } from "../../rubric/document.ts";
import type { InputPlan } from "../../rubric/plan.ts";
import type { CheckRule } from "../rule.ts";

/**
 * A number or a name that is the id (or the number) of another item. A heading with it goes to that other
 * one, unseen: an id goes before a number, and that before a name.
 */
export const nameShadowed: CheckRule = {
  codes: ["name-shadowed"],
  check({ plan, at }) {
    const handedIn = flatMap(plan.inputs, (input) =>
      input.source.from === "submissions" ? [{ input, keys: input.names.map(headingKey) }] : [],
    );
    const first = new Map<string, { input: InputPlan; rank: number }>();
    for (const { input, keys } of handedIn) {
      for (const [rank, key] of keys.entries()) {
        const before = first.get(key);
        if (before === undefined || rank < before.rank) first.set(key, { input, rank });
      }
    }
    return flatMap(handedIn, ({ input, keys }) =>
      flatMap(input.names, (name, rank): Finding[] => {
        const taken = first.get(keys[rank] ?? "");
        if (taken === undefined || taken.input === input || taken.rank >= rank) return [];
        return [at(pathOf(input, rank), problems.nameShadowed(name, taken.input.id))];
      }),
    );
  },
};

/** Where a name stands: the last is the name or the wording, one before it the number. */
function pathOf({ names, origin }: InputPlan, rank: number): Path {
  const isClause = origin.at(-2) === "clauses";
  if (rank === names.length - 1) return [...origin, isClause ? "text" : "name"];
  return [...origin, "no"];
}
