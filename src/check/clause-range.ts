import { flatMap } from "../base/flat-map.ts";
import { one, type Rational, zero } from "../base/rational.ts";
import type { Unit } from "../evidence/evidence.ts";
import { inputsOf } from "../rubric/compile-rule.ts";
import type { ClausePlan, Condition, Plan } from "../rubric/plan.ts";
import { type Ends, hull, inOrder, just, nothing, plus } from "./ends.ts";
import { forKind } from "./for-kind.ts";
import { truthOf } from "./truth.ts";

/** What a clause is worth where it is met. */
type Worth = (clause: ClausePlan) => Rational;

export const byPoints: Worth = ({ points = zero }) => points;
export const byNumber: Worth = () => one;

const conditionOf = ({ when, input }: ClausePlan): Condition =>
  when ?? { kind: "yes", input: input ?? -1, missing: "no" };

/** Whether a clause asks for no data: it is met or not by what the unit is. */
export const asksForNothing = (clause: ClausePlan): boolean => inputsOf(conditionOf(clause)).length === 0;

/** A clause that the kind of unit does not decide, with what then decides it. */
interface Open {
  readonly worth: Rational;
  readonly condition: Condition;
}

/**
 * What the clauses that are met come to, where all data are there. Clauses that read the same input may
 * contradict each other, or follow from each other; others are met or not without regard to each other.
 */
export function metOf(plan: Plan, unit: Unit, clauses: readonly ClausePlan[], worthOf: Worth): Ends {
  if (clauses.every(({ when }) => when === undefined)) return anyOf(clauses.map(worthOf));
  let met = nothing;
  const open: Open[] = [];
  for (const clause of clauses) {
    const condition = forKind(conditionOf(clause), unit);
    if (condition === true) met = plus(met, just(worthOf(clause)));
    else if (condition !== false) open.push({ worth: worthOf(clause), condition });
  }
  return together(open).reduce((sum, group) => plus(sum, metTogether(plan, group)), met);
}

/** The same where some data may be blank or not apply, and count as the rubric says: met or not, each by itself. */
export function metOrMissing(unit: Unit, clauses: readonly ClausePlan[], worthOf: Worth): Ends {
  const verdicts = clauses.map((clause): Ends => {
    const verdict = asksForNothing(clause) ? forKind(conditionOf(clause), unit) : undefined;
    const worth = worthOf(clause);
    return verdict === true ? just(worth) : verdict === false ? nothing : inOrder(zero, worth);
  });
  return verdicts.reduce(plus, nothing);
}

const anyOf = (worths: readonly Rational[]): Ends =>
  worths.map((worth) => inOrder(zero, worth)).reduce(plus, nothing);

/** Clauses that read an input of another one stand together. */
function together(open: readonly Open[]): readonly (readonly Open[])[] {
  let groups: { readonly clauses: readonly Open[]; readonly inputs: ReadonlySet<number> }[] = [];
  for (const clause of open) {
    const inputs = inputsOf(clause.condition);
    const isNear = (group: (typeof groups)[number]): boolean =>
      inputs.some((input) => group.inputs.has(input));
    const near = groups.filter(isNear);
    const joined = {
      clauses: [...flatMap(near, ({ clauses }) => clauses), clause],
      inputs: new Set([...flatMap(near, (group) => [...group.inputs]), ...inputs]),
    };
    groups = [...groups.filter((group) => !isNear(group)), joined];
  }
  return groups.map(({ clauses }) => clauses);
}

function metTogether(plan: Plan, open: readonly Open[]): Ends {
  const truth = truthOf(
    plan,
    open.map(({ condition }) => condition),
  );
  const worths = open.map(({ worth }) => worth);
  if (truth === undefined || truth.length === 0) return anyOf(worths);
  return hull(
    truth.map((row) =>
      flatMap(worths, (worth, index) => (row[index] === true ? [just(worth)] : [])).reduce(plus, nothing),
    ),
  );
}
