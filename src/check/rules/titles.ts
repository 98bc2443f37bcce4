import type { Text } from "../../base/language.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { EffectPlan, OutcomePlan } from "../../rubric/plan.ts";
import { conditionsInside } from "../../rubric/walk.ts";
import { conditionText } from "../condition-text.ts";
import { recordConditions } from "../records.ts";
import type { CheckContext, CheckRule } from "../rule.ts";
import { ownTitles, type TitleProof } from "../title-proof.ts";
import { trailText } from "../trail-text.ts";
import type { Trail, Walked } from "../trails.ts";

/** What becomes of units over the years: titles nobody gets or loses, ways that end, decisions that cannot be. */
export const titles: CheckRule = {
  codes: [
    "title-unreachable",
    "title-never-lost",
    "state-stuck",
    "final-changes",
    "titles-may-clash",
    "title-may-lack",
    "state-gap",
    "outcome-no-state",
    "earlier-never",
    "standing-unseen",
    "effect-idle",
  ],
  check(context) {
    const proof = context.proof.titles();
    if (proof === undefined) return [];
    const seen: Seen = { ...context, titles: proof };
    return [
      ...unreachable(seen),
      ...neverLost(seen),
      ...stuck(seen),
      ...finals(seen),
      ...clashes(seen),
      ...gap(seen),
      ...withoutState(seen),
      ...earlier(seen),
      ...unseen(seen),
      ...idle(seen),
    ];
  },
};

interface Seen extends CheckContext {
  readonly titles: TitleProof;
}

/** Titles of the rubric's own that are held in no state. */
const unheld = ({ plan, titles: { machine } }: Seen): readonly number[] =>
  machine.complete
    ? ownTitles(plan, [...plan.titles.keys()]).filter(
        (title) => !machine.states.some((state) => state.titles.includes(title)),
      )
    : [];

function unreachable(seen: Seen): readonly Finding[] {
  return unheld(seen).flatMap((index) => {
    const title = seen.plan.titles[index];
    if (title === undefined) return [];
    return [seen.at([...title.origin, "name"], problems.titleUnreachable(title.name))];
  });
}

const namesOf = ({ plan }: Seen, titles: readonly number[]): readonly string[] =>
  titles.flatMap((title) => plan.titles[title]?.name ?? []);

/** Titles that somebody gets, and no way leads away from. */
function lasting({ plan, titles: { machine } }: Seen): readonly number[] {
  if (!machine.complete) return [];
  const holds = (state: number, title: number): boolean =>
    machine.states[state]?.titles.includes(title) === true;
  return ownTitles(plan, [...plan.titles.keys()]).filter(
    (title) => !machine.moves.some(({ from, to }) => holds(from, title) && !holds(to, title)),
  );
}

function neverLost(seen: Seen): readonly Finding[] {
  const { plan, at, titles } = seen;
  return lasting(seen).flatMap((index) => {
    const title = plan.titles[index];
    const got = titles
      .trails()
      .walked.find(
        ({ trail, after, rule }) =>
          after.includes(index) &&
          !trail.before.titles.some((one) => one.title === index) &&
          plan.outcomes[rule ?? -1]?.final === false,
      );
    const rule = plan.outcomes[got?.rule ?? -1];
    if (title === undefined || got === undefined || rule === undefined) return [];
    const path = trailText(plan, got.trail.steps);
    return [at([...title.origin, "name"], problems.titleNeverLost(title.name, rule.name, path))];
  });
}

/** Rules that lead to where no way leads on: not those by which a title comes that is never lost, which are told of as such. */
function stuck(seen: Seen): readonly Finding[] {
  const { plan, at, titles } = seen;
  const kept = lasting(seen);
  return plan.outcomes.flatMap((rule, index) => {
    if (rule.final) return [];
    const entry = titles.trails().walked.find(({ from, to, rule: taken }) => {
      if (taken !== index || from.state === undefined || to.state === undefined) return false;
      const held = ownTitles(plan, titles.machine.states[to.state]?.titles ?? []);
      const told = held.length > 0 && held.every((title) => kept.includes(title));
      return !told && titles.stuck[from.state] === false && titles.stuck[to.state] === true;
    });
    if (entry === undefined) return [];
    const held = namesOf(seen, entry.after);
    const path = trailText(plan, entry.trail.steps);
    return [at([...rule.origin, "name"], problems.stateStuck(rule.name, held, path))];
  });
}

/** What is final, and is followed by a decision that changes titles all the same. */
function finals(seen: Seen): readonly Finding[] {
  const { plan, at, titles } = seen;
  return plan.outcomes.flatMap((rule, index) => {
    if (!rule.final) return [];
    for (const first of titles.trails().walked) {
      if (first.rule !== index) continue;
      const later = changeAfter(seen, first);
      if (later !== undefined)
        return [at([...rule.origin, "final"], problems.finalChanges(rule.name, trailText(plan, later)))];
    }
    return [];
  });
}

/** The way from a decision to the next that changes titles, if there is one. */
function changeAfter({ plan, titles }: Seen, first: Walked): Trail["steps"] | undefined {
  const own = (held: readonly number[]): string => ownTitles(plan, held).join();
  const open: { readonly at: Walked["to"]; readonly steps: Trail["steps"] }[] = [
    { at: first.to, steps: [...first.trail.steps, ...runOut(first)] },
  ];
  const seen = new Set([first.to]);
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    for (const walked of titles.trails().walked) {
      if (walked.from !== next.at) continue;
      const steps = [...next.steps, ...walked.trail.steps.slice(-1)];
      const before = walked.trail.before.titles.map(({ title }) => title);
      if (own(before) !== own(walked.after)) return steps;
      if (seen.has(walked.to)) continue;
      seen.add(walked.to);
      open.push({ at: walked.to, steps: [...steps, ...runOut(walked)] });
    }
  }
  return undefined;
}

/** Titles whose term has run out by the next decision. */
const runOut = ({ after, to }: Walked): Trail["steps"] =>
  after
    .filter((title) => !to.standing.titles.some((one) => one.title === title))
    .map((title) => ({ by: "term", title }));

function clashes({ plan, at, titles }: Seen): readonly Finding[] {
  return titles.trails().clashes.flatMap(({ rule: index, problem, trail }) => {
    const rule = plan.outcomes[index];
    if (rule === undefined) return [];
    const words = problem.code === "titles-exclusive" ? problems.titlesMayClash : problems.titleMayLack;
    return [at([...rule.origin, "effect"], words(rule.name, problem.message, trailText(plan, trail.steps)))];
  });
}

function gap(seen: Seen): readonly Finding[] {
  const { plan, proof, atKey, titles } = seen;
  const { none } = titles.trails();
  if (plan.outcomes.length === 0 || none === undefined) return [];
  if (proof.outcomes().none().status === "reachable") return [];
  const held = namesOf(
    seen,
    none.before.titles.map(({ title }) => title),
  );
  const way = none.steps.slice(0, -1);
  const path: Text | undefined = way.length === 0 ? undefined : trailText(plan, way);
  const finding = atKey(["outcomes"], problems.stateGap(held, path));
  return [{ ...finding, witness: proof.witness(none.sample) }];
}

/** Rules that no state allows, where nothing in them is told of by itself. */
function withoutState(seen: Seen): readonly Finding[] {
  const { plan, proof, at, titles } = seen;
  if (!titles.machine.complete) return [];
  const missing = unheld(seen);
  return plan.outcomes.flatMap(({ name, when, origin }, index) => {
    if (when === undefined || titles.machine.possible[index] === true) return [];
    if (proof.outcomes().unreachable(index)) return [];
    const told = conditionsInside(when).some(
      (condition) =>
        ("titles" in condition && condition.titles.some((title) => missing.includes(title))) ||
        (condition.kind === "earlier" && neverEarlier(seen, condition)),
    );
    return told ? [] : [at([...origin, "when"], problems.outcomeNoState(name))];
  });
}

type Earlier = Parameters<TitleProof["machine"]["known"]>[1] & { readonly kind: "earlier" };

const neverEarlier = ({ titles: { machine } }: Seen, condition: Earlier): boolean =>
  machine.complete &&
  condition.test.by === "outcome" &&
  machine.states.every((state) => machine.known(state, condition) === false);

function earlier(seen: Seen): readonly Finding[] {
  const { sites, plan, at } = seen;
  return sites.everyCondition.flatMap(({ condition, path }) =>
    condition.kind === "earlier" && neverEarlier(seen, condition)
      ? [at(path, problems.earlierNever(conditionText(plan, condition)))]
      : [],
  );
}

/** Bans and suspensions that nobody asks about. A time to put things right is told to the unit, and may be looked after by hand. */
function unseen({ plan, atKey }: Seen): readonly Finding[] {
  const asked = recordConditions(plan).flatMap((condition) =>
    condition.kind === "standing" ? condition.standings : [],
  );
  return plan.outcomes.flatMap(({ name, effect, origin }) =>
    [["bans", "banned"] as const, ["suspends", "suspended"] as const].flatMap(([key, word]) =>
      effect?.[key] === undefined || asked.includes(word)
        ? []
        : [atKey([...origin, "effect", key], problems.standingUnseen(name, key, word))],
    ),
  );
}

/** Effects on titles that no unit with that outcome can hold. */
function idle(seen: Seen): readonly Finding[] {
  const { plan, atKey, titles } = seen;
  if (!titles.machine.complete) return [];
  const missing = unheld(seen);
  return plan.outcomes.flatMap(({ name, effect, origin }, index) => {
    const from = titles.machine.moves
      .filter(({ rule, by }) => rule === index && by === "rule")
      .flatMap((move) => titles.machine.states[move.from] ?? []);
    const clashing = titles.machine.clashes.some(({ rule }) => rule === index);
    if (effect === undefined || from.length === 0 || clashing) return [];
    const held = (title: number): boolean => from.some((state) => state.titles.includes(title));
    return treated(effect).flatMap(([key, named]) => {
      const known = named.filter((title) => !missing.includes(title));
      const moves = (title: number): boolean =>
        held(title) && (key !== "renews" || plan.titles[title]?.term !== undefined);
      if (known.length === 0 || known.some(moves)) return [];
      return [atKey([...origin, "effect", key], problems.effectIdle(name, key, namesOf(seen, known)))];
    });
  });
}

const treated = ({
  takes,
  changes,
  renews,
}: EffectPlan): readonly (readonly [keyof NonNullable<OutcomePlan["effect"]>, readonly number[]])[] => [
  ["takes", takes],
  ["changes", [...changes.keys()]],
  ["renews", renews],
];
