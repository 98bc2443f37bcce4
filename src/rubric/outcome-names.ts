import type { EffectPlan, OutcomePlan, Plan } from "./plan.ts";

/** Every outcome that a unit can have, in the rubric's order: also those that ties on a last place are referred to. */
export const outcomeNames = ({ outcomes }: Pick<Plan, "outcomes">): readonly string[] => [
  ...new Set(
    outcomes.flatMap(({ name, quota }) => (quota?.tie.kind === "refer" ? [name, quota.tie.outcome] : [name])),
  ),
];

/** An outcome as somebody may have meant it. */
export interface MeantOutcome {
  readonly outcome: string;
  /** The rule whose effect it has, by its place; undefined where no rule gives it by itself. */
  readonly rule: number | undefined;
  readonly clause: string;
  /** Whether the rule was named by its number. */
  readonly byClause: boolean;
}

/**
 * The outcomes that a name, the number of a rule or its place (`#3`), can mean: several only where the effects of rules of
 * one name differ.
 */
export function outcomesMeant(plan: Pick<Plan, "outcomes">, written: string): readonly MeantOutcome[] {
  const named = withEachEffect(plan, ({ name }) => name === written, false);
  if (named.length > 0) return named;
  if (outcomeNames(plan).includes(written))
    return [{ outcome: written, rule: undefined, clause: "", byClause: false }];
  const numbered = withEachEffect(plan, ({ clause }) => clause === written, true);
  if (numbered.length > 0) return numbered;
  // Where several rules have one number, their place in the list tells them apart.
  const [, place] = /^#(\d+)$/.exec(written) ?? [];
  const rule = place === undefined ? undefined : plan.outcomes[Number(place) - 1];
  return rule === undefined ? [] : withEachEffect(plan, (other) => other === rule, true);
}

/** What to write for one of several: the number of its rule, or the place of the rule where others have that number. */
export const wordFor = (plan: Pick<Plan, "outcomes">, { clause, rule }: MeantOutcome): string =>
  rule === undefined || plan.outcomes.filter((other) => other.clause === clause).length === 1
    ? clause
    : `#${rule + 1}`;

function withEachEffect(
  { outcomes }: Pick<Plan, "outcomes">,
  fits: (rule: OutcomePlan) => boolean,
  byClause: boolean,
): MeantOutcome[] {
  const met = new Set<string>();
  return outcomes.flatMap((rule, index): MeantOutcome[] => {
    const kind = `${rule.name}\n${effectKey(rule.effect)}`;
    if (!fits(rule) || met.has(kind)) return [];
    met.add(kind);
    return [{ outcome: rule.name, rule: index, clause: rule.clause, byClause }];
  });
}

/** The same text for rules with the same effect. */
export const effectKey = (effect: EffectPlan | undefined): string =>
  effect === undefined ? "" : JSON.stringify({ ...effect, changes: [...effect.changes] });
