import { flatMap } from "../base/flat-map.ts";
import { groupBy } from "../base/order.ts";
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  formatExact,
  isWhole,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from "../base/rational.ts";
import { allowedWords } from "../rubric/allowed-words.ts";
import type { Condition, Plan } from "../rubric/plan.ts";
import { statuses } from "../rubric/schema.ts";
import { compareBy } from "../scoring/condition.ts";
import { anyFigure, type FigureRange, rangeOfInput } from "./condition-range.ts";
import { conditionKey, subjectKey } from "./keys.ts";

/**
 * How several conditions can come out together. Everything a condition speaks of (an input, a score, the
 * category, a tag, ...) stands for itself: that one may follow from another is not looked at, so that more
 * is taken for possible than is, never less. What holds in every row holds of every unit whose data are there.
 */
export type Truth = readonly (readonly boolean[])[];

/** Beyond so many ways nothing is said. */
const mostWorlds = 50_000;

/** The ways in which the conditions can come out: one row for each, with a verdict a condition. */
export function truthOf(plan: Plan, conditions: readonly Condition[]): Truth | undefined {
  const asks = questioner(plan, flatMap(conditions, atomsIn));
  const variables = variablesOf(flatMap(flatMap(conditions, atomsIn), asks));
  const columns = [...variables.values()].map(({ worlds }) => worlds);
  const all = columns.reduce((count, worlds) => count * worlds.length, 1);
  if (all === 0 || all > mostWorlds) return undefined;
  const judges = conditions.map((condition) => judgeOf(condition, asks, variables));
  const rows = new Map<string, readonly boolean[]>();
  const world = columns.map(() => 0);
  for (let index = 0; index < all; index += 1) {
    let rest = index;
    columns.forEach((worlds, place) => {
      world[place] = rest % worlds.length;
      rest = Math.floor(rest / worlds.length);
    });
    const row = judges.map((judge) => judge(world));
    rows.set(row.join(), row);
  }
  return [...rows.values()];
}

/** A condition that has none inside it. */
type Atom = Exclude<Condition, { kind: "all" | "any" | "not" }>;

function atomsIn(condition: Condition): readonly Atom[] {
  if ("conditions" in condition) return flatMap(condition.conditions, atomsIn);
  return condition.kind === "not" ? atomsIn(condition.condition) : [condition];
}

/** What can be the case with one subject. */
type Fact = Rational | string | boolean;

/** A yes/no question about one subject; a condition that has none inside it holds where any of its questions does. */
interface Question {
  readonly subject: string;
  readonly domain: Domain;
  /** Where the answer changes. */
  readonly edges: readonly (Rational | string)[];
  answer(fact: Fact): boolean;
}

type Domain =
  | { readonly kind: "figures"; readonly range: FigureRange }
  /** One of these words, or any word at all. */
  | { readonly kind: "words"; readonly words: readonly string[] | undefined }
  | { readonly kind: "yes-no" };

/** One subject, its place in a world, and the facts that its questions tell apart. */
interface Variable {
  readonly place: number;
  readonly worlds: readonly Fact[];
}

const variablesOf = (questions: readonly Question[]): ReadonlyMap<string, Variable> =>
  new Map(
    [...groupBy(questions, ({ subject }) => subject)].map(([subject, asked], place) => [
      subject,
      { place, worlds: worldsOf(asked) },
    ]),
  );

/** Facts of which no two answer all questions alike. */
function worldsOf(questions: readonly Question[]): readonly Fact[] {
  const [first] = questions;
  if (first === undefined) return [];
  const byAnswers = new Map<string, Fact>();
  for (const fact of factsOf(
    first.domain,
    flatMap(questions, ({ edges }) => edges),
  )) {
    const answers = questions.map((question) => question.answer(fact)).join();
    if (!byAnswers.has(answers)) byAnswers.set(answers, fact);
  }
  return [...byAnswers.values()];
}

const isFigure = (edge: Rational | string): edge is Rational => typeof edge !== "string";

function factsOf(domain: Domain, edges: readonly (Rational | string)[]): readonly Fact[] {
  switch (domain.kind) {
    case "figures":
      return samplesOf(domain.range, edges.filter(isFigure));
    case "words":
      // No word of a rubric is empty: it stands for all others.
      return domain.words ?? [...edges.filter((edge) => typeof edge === "string"), ""];
    case "yes-no":
      return [true, false];
    default:
      return domain satisfies never;
  }
}

/** Every edge, and a figure from each stretch between them; only those that the range has, from low to high. */
export function samplesOf(range: FigureRange, edges: readonly Rational[]): readonly Rational[] {
  const { least, most, whole } = range;
  const sorted = flatMap([least, most, ...edges], (edge) => edge ?? []).sort(compare);
  const distinct = sorted.filter((edge, index) => {
    const before = sorted[index - 1];
    return before === undefined || compare(before, edge) !== 0;
  });
  const [first, last] = [distinct[0], distinct.at(-1)];
  if (first === undefined || last === undefined) return [zero];
  const between = flatMap(distinct, (edge, index) => {
    const next = distinct[index + 1];
    const middle = whole ? add(floor(edge), one) : next && divide(add(edge, next), rational(2));
    return next === undefined || middle === undefined ? [edge] : [edge, middle];
  });
  const outside = whole
    ? [subtract(ceiling(first), one), add(floor(last), one)]
    : [subtract(first, one), add(last, one)];
  const [below = zero, above = zero] = outside;
  const inRange = [below, ...between, above].filter(
    (figure) =>
      (!whole || isWhole(figure)) &&
      (least === undefined || compare(figure, least) >= 0) &&
      (most === undefined || compare(figure, most) <= 0),
  );
  return inRange.filter((figure, index) => {
    const before = inRange[index - 1]; // they are in order
    return before === undefined || compare(before, figure) !== 0;
  });
}

type Asks = (atom: Atom) => readonly Question[];

/** Of tags, vetoes and gates that always stand together, one stands for all. */
function questioner(plan: Plan, atoms: readonly Atom[]): Asks {
  const users = new Map<string, number[]>();
  atoms.forEach((atom, index) => {
    for (const member of membersOf(atom)) users.set(member, [...(users.get(member) ?? []), index]);
  });
  const stands = new Map<string, string>();
  for (const [, members] of groupBy(users, ([, used]) => used.join()))
    for (const [member] of members) stands.set(member, members[0]?.[0] ?? member);
  return (atom) => {
    const members = new Set(membersOf(atom).map((member) => stands.get(member) ?? member));
    return members.size > 0 ? [...members].map(yesNo) : questionsOf(plan, atom);
  };
}

/** What a condition that holds for any of several things names. */
function membersOf(atom: Atom): readonly string[] {
  switch (atom.kind) {
    case "tag":
      return atom.words.map((word) => `tag ${word}`);
    case "veto":
      return atom.vetoes.map((index) => `veto ${index}`);
    case "gate":
      return atom.gates.map((index) => `gate ${index}`);
    case "title":
      return atom.titles.map((index) => `title ${index}`);
    default:
      return [];
  }
}

function questionsOf(plan: Plan, atom: Atom): readonly Question[] {
  switch (atom.kind) {
    case "number": {
      const range = atom.subject.by === "input" ? rangeOfInput(plan, atom.subject.input) : anyFigure;
      const subject = `${subjectKey(atom.subject)}${atom.share ? " share" : ""}`;
      return [figures(subject, range, atom.value, (figure) => compareBy(atom.operator, figure, atom.value))];
    }
    case "relative": {
      // How many stand further towards that end decides.
      const low = (atom.end === "worst") === (atom.better === "higher");
      const subject = `${subjectKey(atom.subject)} beyond ${low ? "low" : "high"} ${atom.over}`;
      // How many places a share comes to hangs on the group: it is a question of its own.
      if (atom.count.kind === "share")
        return [yesNo(`${subject} ${formatExact(atom.count.share)} ${atom.count.round}`)];
      const count = rational(atom.count.count);
      return [figures(subject, countable, count, (beyond) => compare(beyond, count) < 0)];
    }
    case "event": {
      const what = [[...atom.events].sort(), atom.levels && [...atom.levels].sort(), atom.within?.written];
      const least = rational(atom.atLeast);
      return [
        figures(
          `events ${JSON.stringify(what)}`,
          { ...countable, whole: false },
          least,
          (count) => compare(count, least) >= 0,
        ),
      ];
    }
    case "word": {
      const { type } = plan.inputs[atom.input] ?? {};
      return [words(`input ${atom.input}`, type?.kind === "word" ? type.words : undefined, atom.words)];
    }
    case "category":
      return [words("column category", plan.units.categories, atom.words)];
    case "column":
      return [
        words(
          `column ${atom.column}`,
          atom.column === "tags" ? undefined : allowedWords(plan, atom.column),
          atom.words,
        ),
      ];
    case "yes":
      return [yesNo(`input ${atom.input}`)];
    case "status":
      return [words("status", statuses, atom.statuses)];
    case "standing":
    case "predecessor":
    case "term-ends":
    case "earlier":
      return [yesNo(conditionKey(atom))];
    case "title":
    case "tag":
    case "veto":
    case "gate":
      return []; // where none is named, none can be met
    default:
      return atom satisfies never;
  }
}

const countable: FigureRange = { least: zero, most: undefined, whole: true };

const figures = (
  subject: string,
  range: FigureRange,
  edge: Rational,
  answer: (figure: Rational) => boolean,
): Question => ({
  subject,
  domain: { kind: "figures", range },
  edges: [edge],
  answer: (fact) => typeof fact === "object" && answer(fact),
});

const words = (subject: string, all: readonly string[] | undefined, asked: readonly string[]): Question => ({
  subject,
  domain: { kind: "words", words: all },
  edges: asked,
  answer: (fact) => typeof fact === "string" && asked.includes(fact),
});

const yesNo = (subject: string): Question => ({
  subject,
  domain: { kind: "yes-no" },
  edges: [],
  answer: (fact) => fact === true,
});

type Judge = (world: readonly number[]) => boolean;

function judgeOf(condition: Condition, asks: Asks, variables: ReadonlyMap<string, Variable>): Judge {
  if (condition.kind === "not") {
    const inner = judgeOf(condition.condition, asks, variables);
    return (world) => !inner(world);
  }
  if ("conditions" in condition) {
    const inner = condition.conditions.map((one) => judgeOf(one, asks, variables));
    return condition.kind === "all"
      ? (world) => inner.every((judge) => judge(world))
      : (world) => inner.some((judge) => judge(world));
  }
  const asked = asks(condition).map(({ subject, answer }) => {
    const { place, worlds } = variables.get(subject) ?? { place: 0, worlds: [] };
    return { place, answers: worlds.map(answer) };
  });
  return (world) => asked.some(({ place, answers }) => answers[world[place] ?? 0] === true);
}
