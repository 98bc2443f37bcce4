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
  const rules = leaves.flatMap(({ rule }) => (rule.kind === "events" ? [rule] : []));
  const read = [
    ...conditions,
    ...nodes.flatMap(({ appliesTo }) => appliesTo ?? []),
    ...leaves.flatMap(({ rule }) => conditionsOfRule(rule)),
  ]
    .flatMap(conditionsInside)
    .filter((condition) => condition.kind === "event");
  const allowed = (declared: readonly string[] | undefined, used: readonly string[]): string[] => [
    ...new Set([...(declared ?? []), ...used]),
  ];
  const usedLevels = [
    ...rules.flatMap((rule) => [...(rule.levels?.keys() ?? [])]),
    ...read.flatMap((event) => event.levels ?? []),
  ];
  const usedFactors = rules.flatMap((rule) => [...rule.factors.keys()]);
  return {
    used: rules.length > 0 || read.length > 0,
    rules,
    needsAsOf:
      context.rubric.valid !== undefined ||
      // Titles are held on some day, and earlier years are earlier than some year.
      context.rubric.titles !== undefined ||
      conditions.flatMap(conditionsInside).some(({ kind }) => kind === "earlier" || kind === "standing") ||
      context.rubric.years?.results !== undefined ||
      [...rules, ...read].some(({ within }) => within !== undefined && within.kind !== "days"),
    kinds: allowed(kinds, [
      ...rules.flatMap((rule) => rule.events),
      ...read.flatMap((event) => event.events),
    ]),
    levels: levels === undefined && usedLevels.length === 0 ? undefined : allowed(levels, usedLevels),
    circumstances:
      circumstances === undefined && usedFactors.length === 0
        ? undefined
        : allowed(circumstances, usedFactors),
  };
}
