import { dayOf } from "../base/date.ts";
import { type Rational, round } from "../base/rational.ts";
import { anyFigure, figuresOfInput } from "../check/condition-range.ts";
import { pointsOfLeaf, rangeOfNode } from "../check/possible-points.ts";
import { samplesOf } from "../check/truth.ts";
import { plainStanding, type Standing } from "../evidence/standing.ts";
import { standingAfter } from "../outcome/effects.ts";
import type { Condition, LeafPlan, OutcomePlan, Plan, Subject } from "../rubric/plan.ts";
import { type StandingWord, type Status, statuses } from "../rubric/schema.ts";
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
  return bare === otherBare ? decideAlike(plan, other) : bandsAlike(plan, other);
}

/** A rule of a list of which the first that holds is taken. */
interface Choice {
  readonly when: Condition | undefined;
  /** What is taken, as a text: of two choices with one text it does not matter which. */
  readonly take: (world: World) => string;
  /** Not all whom it fits have it: the others go on to the next, and who they are hangs on all whom it fits. */
  readonly cut: boolean;
}

type Truth = boolean | undefined;
type Known = Rational | Truth | Status | TitleState;
/** Of a title: not held, held, or held with a term that ends this year. */
type TitleState = "none" | "held" | "ending";
/** What is known of each subject that a condition can ask about, in one of all cases there can be. */
type World = ReadonlyMap<string, Known>;

/** More cases than this are not gone through: the lists are then taken to differ. */
const mostWorlds = 150_000;

/** Whether every unit has the same outcome and is left with the same, whatever is known of it and of the others. */
function decideAlike(plan: Plan, other: Plan): boolean {
  // Two quotas that say the same could be cut among different units, and nothing here would show it.
  if ([plan, other].some(({ outcomes }) => quotasAlike(outcomes))) return false;
  const choices = (of: Plan, rules: readonly OutcomePlan[]): Choice[] =>
    rules.map((rule) => choiceOf(of, rule));
  const all = (): boolean => alike(plan, choices(plan, plan.outcomes), choices(other, other.outcomes));
  // A title may ask for more, or less, than before: then every rule is held against itself.
  if (JSON.stringify(plan.titles, plain) !== JSON.stringify(other.titles, plain))
    return eachAlike(plan, other) || all();
  // What stands before and after the change is the same: the few rules between are soon gone through.
  const [first, second] = withoutCommon(plan.outcomes, other.outcomes);
  return alike(plan, choices(plan, first), choices(other, second)) || all();
}

/** Whether the same rules leave every unit with the same, each by itself. */
const eachAlike = (plan: Plan, other: Plan): boolean =>
  JSON.stringify(plan.outcomes, plain) === JSON.stringify(other.outcomes, plain) &&
  plan.outcomes.every(
    (rule) => rule.effect === undefined || alike(plan, [choiceOf(plan, rule)], [choiceOf(other, rule)]),
  );

const quotasAlike = (rules: readonly OutcomePlan[]): boolean => {
  const texts = rules.flatMap(({ quota, name, clause }) =>
    quota === undefined ? [] : [JSON.stringify([quota, name, clause], plain)],
  );
  return new Set(texts).size < texts.length;
};

function withoutCommon(
  one: readonly OutcomePlan[],
  other: readonly OutcomePlan[],
): [OutcomePlan[], OutcomePlan[]] {
  const same = (a: OutcomePlan | undefined, b: OutcomePlan | undefined): boolean =>
    a !== undefined && b !== undefined && JSON.stringify(a, plain) === JSON.stringify(b, plain);
  let start = 0;
  while (same(one[start], other[start])) start += 1;
  let end = 0;
  const left = Math.min(one.length, other.length) - start;
  while (end < left && same(one[one.length - 1 - end], other[other.length - 1 - end])) end += 1;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}

/** What a rule gives and what follows from it, for one who holds what the world says. */
function choiceOf(plan: Plan, rule: OutcomePlan): Choice {
  const { when, name, clause, quota } = rule;
  const known = new Map<string, string>();
  return {
    when,
    cut: quota !== undefined,
    take: (world) => {
      const titles = plan.titles.flatMap((_, title) => (isHeld(world, title) ? [title] : []));
      const key = titles.join();
      let text = known.get(key);
      if (text === undefined) {
        const after = standingAfter(plan, rule, standingWith(titles), decisionDay, "");
        text = JSON.stringify([name, clause, quota, after], plain);
        known.set(key, text);
      }
      return text;
    },
  };
}

/** Days that no decision of `decisionDay` comes to: whatever an effect leaves alone is told from what it sets. */
const [decisionDay, granted, ends, suspended, banned, rectified] = [
  dayOf(2020, 6, 30),
  dayOf(1990, 1, 11),
  dayOf(1991, 1, 12),
  dayOf(1992, 1, 13),
  dayOf(1993, 1, 14),
  dayOf(1994, 1, 15),
];

const standingWith = (titles: readonly number[]): Standing => ({
  ...plainStanding,
  titles: titles.map((title) => ({ title, since: granted, expires: ends })),
  suspendedUntil: suspended,
  bannedUntil: banned,
  rectifyBy: rectified,
});

/** Whether two lists take the same in every world; where figures are `needed`, nothing is asked without them. */
function alike(plan: Plan, first: readonly Choice[], second: readonly Choice[], needed = false): boolean {
  const subjects = subjectsOf(plan, [...first, ...second], needed);
  const count = [...subjects.values()].reduce((product, values) => product * values.length, 1);
  if (count > mostWorlds) return false;
  const names = [...subjects.keys()];
  const visit = (index: number, world: Map<string, Known>): boolean => {
    const name = names[index];
    if (name === undefined) return !isPossible(world) || taken(first, world) === taken(second, world);
    return (subjects.get(name) ?? []).every((value) => visit(index + 1, world.set(name, value)));
  };
  return visit(0, new Map());
}

/** A day to put things right is not before and behind. */
const isPossible = (world: World): boolean =>
  !(world.get(standingName("rectifying")) === true && world.get(standingName("overdue")) === true);

const isHeld = (world: World, title: number): boolean => {
  const state = world.get(holding(title));
  return state === "held" || state === "ending";
};

/** All that is taken on the way: of a rule with a quota nobody knows here who has it. */
function taken(choices: readonly Choice[], world: World): string {
  const way: string[] = [];
  for (const { when, take, cut } of choices) {
    if (when !== undefined && judge(when, world) !== true) continue;
    way.push(take(world));
    if (!cut) break;
  }
  return way.join("\n");
}

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
    case "title":
      return condition.titles.some((title) => isHeld(world, title));
    case "term-ends":
      return condition.titles.some((title) => world.get(holding(title)) === "ending");
    case "predecessor":
      return condition.titles.some((title) => world.get(inheriting(title)) === true);
    case "status":
      return condition.statuses.some((status) => world.get("status") === status);
    case "standing":
      return condition.standings.some((word) => world.get(standingName(word)) === true);
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

const holding = (title: number): string => `holds ${title}`;
const inheriting = (title: number): string => `inherits ${title}`;
const standingName = (word: StandingWord): string => `stands ${word}`;

/** Conditions on one number share a name; any other condition stands for itself. */
const nameOf = (condition: Condition): string =>
  condition.kind === "number"
    ? JSON.stringify(["number", condition.subject, condition.share])
    : JSON.stringify(condition, plain);

/** Every value that makes a difference: each line itself, and something between each two and past the last. */
function subjectsOf(plan: Plan, choices: readonly Choice[], needed: boolean): Map<string, Known[]> {
  const subjects = new Map<string, Known[]>();
  // Whatever is taken, what follows hangs on the titles that are held.
  for (const title of plan.titles.keys()) subjects.set(holding(title), ["none", "held"]);
  const lines = new Map<string, { readonly subject: Subject; readonly share: boolean; values: Rational[] }>();
  for (const condition of choices.flatMap(({ when }) => (when === undefined ? [] : conditionsInside(when)))) {
    const name = nameOf(condition);
    if (condition.kind === "number") {
      const { subject, share, value } = condition;
      const before = lines.get(name);
      if (before === undefined) lines.set(name, { subject, share, values: [value] });
      else before.values.push(condition.value);
    } else if (condition.kind === "title") continue;
    else if (condition.kind === "term-ends")
      for (const title of condition.titles) subjects.set(holding(title), ["none", "held", "ending"]);
    else if (condition.kind === "predecessor")
      for (const title of condition.titles) subjects.set(inheriting(title), [true, false]);
    else if (condition.kind === "status") subjects.set("status", [...statuses]);
    else if (condition.kind === "standing")
      for (const word of condition.standings) subjects.set(standingName(word), [true, false]);
    else if (alwaysKnown.includes(condition.kind)) subjects.set(name, [true, false]);
    else if (condition.kind !== "all" && condition.kind !== "any" && condition.kind !== "not")
      subjects.set(name, [true, false, undefined]);
  }
  for (const [name, { subject, share, values }] of lines) {
    const isShare = share && subject.by === "score";
    const figures = isShare ? samplesOf(anyFigure, values) : figuresOf(plan, subject, values);
    subjects.set(name, needed ? figures.slice() : [...figures, undefined]);
  }
  return subjects;
}

/** What the register, the events and earlier years say is never missing. */
const alwaysKnown: readonly Condition["kind"][] = [
  "earlier",
  "category",
  "tag",
  "column",
  "event",
  "veto",
  "gate",
];

/** What a subject can be, as far as is proven: some figures, or all from one to another. */
function figuresOf(plan: Plan, subject: Subject, lines: readonly Rational[]): readonly Rational[] {
  if (subject.by === "input") return samplesOf(figuresOfInput(plan, subject.input), lines);
  if (subject.by === "result") return samplesOf(anyFigure, lines);
  const { lines: rounding, places, mode } = plan.rounding;
  const seen = (figure: Rational): Rational => (rounding === "exact" ? figure : round(figure, places, mode));
  const node = plan.nodes[subject.node];
  const listed = node?.kind === "leaf" ? pointsOfLeaf(plan, node) : undefined;
  if (listed !== undefined) return listed.map(seen);
  const { low, high } = rangeOfNode(plan, subject.node);
  return samplesOf({ least: low && seen(low), most: high && seen(high), whole: false }, lines);
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
    alike(plan, bandChoices(leaf, input), bandChoices(twin, input), true),
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
        take: () => JSON.stringify(give, plain),
        cut: false,
      }),
    ),
    { when: undefined, take: () => JSON.stringify(rule.otherwise, plain), cut: false },
  ];
}
