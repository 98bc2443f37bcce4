import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  isWhole,
  one,
  type Rational,
  rational,
  subtract,
} from "../base/rational.ts";
import type { Condition, InputType, LeafPlan, Plan } from "../rubric/plan.ts";
import { conditionsInside } from "../rubric/walk.ts";
import { compareBy } from "../scoring/condition.ts";
import { plain, plainText } from "./plain-plan.ts";

/**
 * Whether two Plans mean the same, as far as that is easily proven: they are alike but for wordings; or
 * differ only in conditions of outcomes, or in bands, that decide alike for every value there can be.
 */
export function meanTheSame(plan: Plan, other: Plan): boolean {
  if (plainText(plan) === plainText(other)) return true;
  const [bare, otherBare] = [plan, other].map((one) => plainText(one, { without: "outcomes" }));
  return bare === otherBare ? decideAlike(plan, plan.outcomes, other.outcomes) : bandsAlike(plan, other);
}

/** A rule of a list of which the first that holds is taken. */
interface Choice {
  readonly when: Condition | undefined;
  /** What is taken, as a text: of two choices with one text it does not matter which. */
  readonly take: string;
}

type Truth = boolean | undefined;
/** What is known of each subject that a condition can ask about, in one of all cases there can be. */
type World = ReadonlyMap<string, Rational | Truth>;

/** More cases than this are not gone through: the lists are then taken to differ. */
const mostWorlds = 50_000;

const decideAlike = (
  plan: Plan,
  one: readonly (Omit<Choice, "take"> & { readonly name: string; readonly clause: string })[],
  other: typeof one,
): boolean => {
  const choices = (list: typeof one): Choice[] =>
    list.map(({ when, name, clause }) => ({ when, take: JSON.stringify([name, clause]) }));
  return alike(plan, choices(one), choices(other));
};

/** Whether two lists take the same in every world. */
function alike(plan: Plan, first: readonly Choice[], second: readonly Choice[]): boolean {
  const subjects = subjectsOf(plan, [...first, ...second]);
  const count = [...subjects.values()].reduce((product, values) => product * values.length, 1);
  if (count > mostWorlds) return false;
  const names = [...subjects.keys()];
  const visit = (index: number, world: Map<string, Rational | Truth>): boolean => {
    const name = names[index];
    if (name === undefined) return taken(first, world) === taken(second, world);
    return (subjects.get(name) ?? []).every((value) => visit(index + 1, world.set(name, value)));
  };
  return visit(0, new Map());
}

const taken = (choices: readonly Choice[], world: World): string | undefined =>
  choices.find(({ when }) => when === undefined || judge(when, world) === true)?.take;

/** As `scoring/condition.ts` judges; what is asked stands under its name. */
function judge(condition: Condition, world: World): Truth {
  switch (condition.kind) {
    case "all":
    case "any": {
      const by = condition.kind === "any";
      const verdicts = condition.conditions.map((inner) => judge(inner, world));
      if (verdicts.includes(by)) return by;
      return verdicts.includes(undefined) ? undefined : !by;
    }
    case "not": {
      const inner = judge(condition.condition, world);
      return inner === undefined ? undefined : !inner;
    }
    case "number": {
      const figure = world.get(nameOf(condition));
      return typeof figure === "object" ? compareBy(condition.operator, figure, condition.value) : undefined;
    }
    default: {
      const known = world.get(nameOf(condition));
      return typeof known === "boolean" ? known : undefined;
    }
  }
}

/** Conditions on one number share a name; any other condition stands for itself. */
const nameOf = (condition: Condition): string =>
  condition.kind === "number"
    ? JSON.stringify(["number", condition.subject, condition.share])
    : JSON.stringify(condition, plain);

/** Every value that makes a difference: each line itself, and something between each two and past the last. */
function subjectsOf(plan: Plan, choices: readonly Choice[]): Map<string, (Rational | Truth)[]> {
  const subjects = new Map<string, (Rational | Truth)[]>();
  const lines = new Map<string, { values: Rational[]; type: InputType | undefined }>();
  for (const condition of choices.flatMap(({ when }) => (when === undefined ? [] : conditionsInside(when)))) {
    const name = nameOf(condition);
    if (condition.kind === "number") {
      const { subject } = condition;
      const type = subject.by === "input" ? typeOf(plan, subject.input) : undefined;
      const before = lines.get(name);
      if (before === undefined) lines.set(name, { values: [condition.value], type });
      else before.values.push(condition.value);
    } else if (condition.kind !== "all" && condition.kind !== "any" && condition.kind !== "not")
      subjects.set(name, [true, false, undefined]);
  }
  for (const [name, { values, type }] of lines) subjects.set(name, [...samples(values, type), undefined]);
  return subjects;
}

/** What cells may hold; undefined where the figure is worked out from others. */
const typeOf = (plan: Plan, input: number): InputType | undefined => {
  const planned = plan.inputs[input];
  return planned?.source.from === "inputs" || planned?.many !== undefined ? undefined : planned?.type;
};

const two = rational(2);

function samples(lines: readonly Rational[], type: InputType | undefined): Rational[] {
  const sorted = [...lines].sort(compare);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const between = sorted.slice(1).map((line, index) => divide(add(line, sorted[index] ?? line), two));
  const all = [subtract(first, one), ...sorted, ...between, add(last, one)];
  const whole = type?.kind === "count" ? all.flatMap((value) => [floor(value), ceiling(value)]) : all;
  return whole.filter((value) => {
    if (type === undefined || !("least" in type)) return true;
    const { least, most } = type;
    const within =
      (least === undefined || compare(value, least) >= 0) &&
      (most === undefined || compare(value, most) <= 0);
    return within && (type.kind !== "count" || isWhole(value));
  });
}

/** Whether the Plans differ only in the bands of one indicator, which give the same for every figure. */
function bandsAlike(plan: Plan, other: Plan): boolean {
  const changed = plan.leaves.filter((leaf, index) => {
    const twin = other.leaves[index];
    return twin !== undefined && JSON.stringify(leaf, plain) !== JSON.stringify(twin, plain);
  });
  const [leaf] = changed;
  const twin = leaf && other.leaves[plan.leaves.indexOf(leaf)];
  if (leaf === undefined || twin === undefined || changed.length > 1) return false;
  if (leaf.rule.kind !== "bands" || twin.rule.kind !== "bands") return false;
  const bare = ({ rule, ...rest }: LeafPlan): string => JSON.stringify([rest, rule.kind], plain);
  if (bare(leaf) !== bare(twin) || JSON.stringify(plan.inputs, plain) !== JSON.stringify(other.inputs, plain))
    return false;
  return leaf.variants.every(({ inputs: [input = -1] }) =>
    alike(plan, bandChoices(leaf, input), bandChoices(twin, input)),
  );
}

function bandChoices({ rule }: LeafPlan, input: number): Choice[] {
  if (rule.kind !== "bands") return [];
  return [
    ...rule.bands.map(
      ({ tests, give }): Choice => ({
        when: {
          kind: "all",
          conditions: tests.map(
            ({ operator, value }): Condition => ({
              kind: "number",
              subject: { by: "input", input },
              operator,
              value,
              share: false,
            }),
          ),
        },
        take: JSON.stringify(give, plain),
      }),
    ),
    { when: undefined, take: JSON.stringify(rule.otherwise, plain) },
  ];
}
