import type { LeafPlan, Plan } from "../rubric/plan.ts";
import { conditionsInside, decisiveConditions } from "../rubric/walk.ts";
import type { Assumption } from "./assumption.ts";
import { bring, copyOf, type Draft, exempt, newDraft } from "./draft.ts";
import { createQuestions, isAsking } from "./questions.ts";
import { endOf, extremeUnit, fill, type Rating, ratedOf } from "./rating.ts";
import { settle } from "./settle.ts";

/** How many units are mixed, of how many indicators in all. */
const mostMixed = 96;
const fewestMixed = 16;
const mostLeaves = 4000;

/** A number below the one that is given. */
type Pick = (below: number) => number;

/** The same numbers on every machine and every day: what is found once is found again. */
function sequence(seed: number): Pick {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Units of all sorts: the best, the worst, one that hands nothing in, one to which nothing applies, and some that are mixed. */
export function wholeUnits(rating: Rating): readonly Draft[] {
  const { plan, behind, leaves } = rating;
  const without = newDraft();
  for (const leaf of leaves) for (const input of behind[leaf.index] ?? []) exempt(plan, without, input);
  const plain = [copyOf(extremeUnit(rating, "worst").draft), copyOf(extremeUnit(rating, "best").draft)];
  const count = Math.floor(mostLeaves / Math.max(1, leaves.length));
  const answers = answersOf(rating);
  const pick = sequence(1);
  const mixed = Array.from({ length: Math.max(fewestMixed, Math.min(mostMixed, count)) }, (_, index) =>
    mix(rating, answers, styles[index % styles.length] ?? "any", pick),
  );
  return withRuns(plan, [...plain, newDraft(), without, ...mixed], pick);
}

/** How a unit is mixed: of anything, mostly the best or the worst, or with cells that do not apply or are blank. */
const styles = ["any", "best", "worst", "not-applicable", "blank"] as const;

function mix(
  rating: Rating,
  answers: readonly (readonly Assumption[])[],
  style: (typeof styles)[number],
  pick: Pick,
): Draft {
  const { plan, leaves, behind } = rating;
  const draft = newDraft();
  const any = (leaf: LeafPlan): void => {
    const options = ratedOf(rating, leaf);
    options[pick(Math.max(1, options.length))]?.option(draft);
  };
  for (const leaf of leaves) {
    const often = pick(4) > 0;
    if (often && (style === "best" || style === "worst")) endOf(rating, leaf, style)?.option(draft);
    else if (often || style === "any" || style === "best" || style === "worst") any(leaf);
    else if (style === "not-applicable")
      for (const input of behind[leaf.index] ?? []) exempt(plan, draft, input);
  }
  for (const { when } of plan.vetoes) bring(plan, draft, when, false);
  for (const { requires } of plan.gates) bring(plan, draft, requires, true);
  // A few of the things that conditions ask about come out in some other way.
  for (let times = answers.length === 0 ? 0 : pick(4); times > 0; times -= 1) {
    const list = answers[pick(answers.length)] ?? [];
    const answer = list[pick(Math.max(1, list.length))];
    if (answer !== undefined) settle(plan, draft, answer, new Set());
  }
  if (style !== "blank") fill(rating, draft);
  return draft;
}

/** For all that outcomes, gates and vetoes ask of the data: what can be the case. */
function answersOf({ plan, kind, ranges }: Rating): readonly (readonly Assumption[])[] {
  const questions = createQuestions(plan, kind, ranges, true);
  const asked = new Map<string, readonly Assumption[]>();
  for (const condition of decisiveConditions(plan).flatMap(conditionsInside)) {
    const question = isAsking(condition) ? questions.of(condition) : undefined;
    if (question !== undefined) asked.set(question.key, question.answers);
  }
  return [...asked.values()];
}

/** Where the rubric is run several times a year: the same in every run, the same as some other unit, or nothing. */
function withRuns(plan: Plan, drafts: readonly Draft[], pick: Pick): readonly Draft[] {
  const { list, result } = plan.phases ?? { list: [], result: 0 };
  const others = [...list.keys()].filter((phase) => phase !== result);
  if (others.length === 0) return drafts;
  return drafts.flatMap((draft) => {
    const runs = (of: (phase: number) => Draft | undefined): Draft => ({
      ...draft,
      runs: new Map(others.flatMap((phase) => [[phase, of(phase)?.texts ?? new Map()] as const])),
    });
    return [draft, runs(() => draft), runs(() => drafts[pick(drafts.length)])];
  });
}
