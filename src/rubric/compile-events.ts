import { flatMap } from "../base/flat-map.ts";
import type { Context } from "./compile-context.ts";
import type { Tree } from "./compile-tree.ts";
import type { Condition, EventsPlan } from "./plan.ts";
import { conditionsInside, conditionsOfRule } from "./walk.ts";
/** What the file of events may hold: the words that the rubric declares, and those it reads. */
export function compileEvents(
  context: Context,
  { nodes, leaves }: Tree,
  conditions: readonly Condition[],
): EventsPlan {
  const { kinds, levels, circumstances } = context.rubric.events ?? {};
  const rules = flatMap(leaves, ({ rule }) => (rule.kind === "events" ? [rule] : []));
  const read = flatMap(
    [
      ...conditions,
      ...flatMap(nodes, ({ appliesTo }) => appliesTo ?? []),
      ...flatMap(leaves, ({ rule }) => conditionsOfRule(rule)),
    ],
    conditionsInside,
  ).filter((condition) => condition.kind === "event");
  const allowed = (declared: readonly string[] | undefined, used: readonly string[]): string[] => [
    ...new Set([...(declared ?? []), ...used]),
  ];
  const usedLevels = [
    ...flatMap(rules, (rule) => [...(rule.levels?.keys() ?? [])]),
    ...flatMap(read, (event) => event.levels ?? []),
  ];
  const usedFactors = flatMap(rules, (rule) => [...rule.factors.keys()]);
  return {
    used: rules.length > 0 || read.length > 0,
    rules,
    needsAsOf:
      context.rubric.valid !== undefined ||
      // Titles are held on some day, and earlier years are earlier than some year.
      context.rubric.titles !== undefined ||
      flatMap(conditions, conditionsInside).some(({ kind }) => kind === "earlier" || kind === "standing") ||
      context.rubric.years?.results !== undefined ||
      [...rules, ...read].some(({ within }) => within !== undefined && within.kind !== "days"),
    kinds: allowed(kinds, [
      ...flatMap(rules, (rule) => rule.events),
      ...flatMap(read, (event) => event.events),
    ]),
    levels: levels === undefined && usedLevels.length === 0 ? undefined : allowed(levels, usedLevels),
    circumstances:
      circumstances === undefined && usedFactors.length === 0
        ? undefined
        : allowed(circumstances, usedFactors),
  };
}
