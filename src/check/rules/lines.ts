import { equals, formatExact, formatPercent, multiply, type Rational, round } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Path } from "../../rubric/document.ts";
import type { Condition, Plan, Subject } from "../../rubric/plan.ts";
import { placesText } from "../../scoring/describe-years.ts";
import { operatorWords } from "../../scoring/operator-words.ts";
import type { Profile } from "../../scoring/profile.ts";
import { lineInEffect } from "../line-in-effect.ts";
import type { CheckContext, CheckRule } from "../rule.ts";

/** Lines on scores that rounding moves, and lines on places that take no notice of how ties are broken. */
export const lines: CheckRule = {
  codes: ["line-finer-than-rounding", "relative-ignores-ties"],
  check(context) {
    const { plan } = context;
    return [
      ...plan.gates.flatMap(({ requires, origin }) => within(context, requires, [...origin, "requires"])),
      ...plan.vetoes.flatMap(({ when, origin }) => within(context, when, [...origin, "when"])),
      ...plan.outcomes.flatMap(({ when, origin }) =>
        when === undefined ? [] : within(context, when, [...origin, "when"]),
      ),
    ];
  },
};

function within(context: CheckContext, condition: Condition, path: Path): readonly Finding[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.conditions.flatMap((inner, index) =>
        within(context, inner, [...path, condition.kind, index]),
      );
    case "not":
      return within(context, condition.condition, [...path, "not"]);
    case "number":
      return finer(context, condition, path);
    case "relative":
      return ignoring(context, condition, path);
    default:
      return [];
  }
}

/** A line between two figures that rounding can give is the same as one at the next of them. */
function finer(
  { plan, proof, at }: CheckContext,
  { subject, operator, value, share }: Extract<Condition, { kind: "number" }>,
  path: Path,
): readonly Finding[] {
  if (subject.by === "input") return [];
  const { places } = plan.rounding;
  const profiles = proof.kinds().map(({ kind }) => kind.profile);
  if (!isRounded(plan, subject, profiles)) return [];
  const lines = subject.by === "result" || !share ? [value] : sharesOf(value, subject.node, profiles);
  for (const line of lines) {
    const real = lineInEffect(operator, line, places);
    if (real === undefined) continue;
    const words = operatorWords[operator];
    const shown = formatExact(line);
    const written = lines[0] === value ? shown : `${formatPercent(value)} (${shown})`;
    const before = { zh: `${words.zh} ${written}`, en: `${words.en} ${written}` };
    const moved = real.kind === "line" ? formatExact(real.line) : undefined;
    const after =
      moved === undefined ? undefined : { zh: `${words.zh} ${moved}`, en: `${words.en} ${moved}` };
    const exact = plan.rounding.lines === "exact";
    return [at([...path, operator], problems.lineFinerThanRounding(before, places, after, exact))];
  }
  return [];
}

const sharesOf = (share: Rational, node: number, profiles: readonly Profile[]): readonly Rational[] =>
  profiles.flatMap(({ points }) => {
    const full = points[node];
    return full === undefined ? [] : [multiply(share, full)];
  });

/** Whether all that a line is compared with has been rounded: for the line itself, or as the group was added up. */
function isRounded(
  { rounding, nodes, total }: Plan,
  subject: Subject,
  profiles: readonly Profile[],
): boolean {
  if (rounding.lines === "rounded") return true;
  const node = subject.by === "score" ? nodes[subject.node] : undefined;
  if (node?.kind !== "group" || rounding.at === "total") return false;
  if (rounding.at === "groups") return node.index !== 0;
  // The sum of rounded terms, unless a limit that is finer than they are takes its place.
  const limits = [
    ...profiles.map(({ caps }) => caps[node.index]),
    ...(node.index === 0 ? [total.cap, total.floor] : []),
  ];
  return limits.every((limit) => limit === undefined || isOnGrid(limit, rounding.places));
}

const isOnGrid = (figure: Rational, places: number): boolean => equals(round(figure, places, "down"), figure);

/** Among the worst or best are all who tie on the last place, however ties are broken in the ranking. */
function ignoring(
  { plan, at }: CheckContext,
  { subject, end, count }: Extract<Condition, { kind: "relative" }>,
  path: Path,
): readonly Finding[] {
  if (!ranksBy(plan, subject) || plan.ranking.ties.length === 0) return [];
  return [
    at(
      [...path, end === "worst" ? "among-worst" : "among-best"],
      problems.relativeIgnoresTies(placesText(end, count)),
    ),
  ];
}

const ranksBy = (plan: Plan, subject: Extract<Condition, { kind: "relative" }>["subject"]): boolean =>
  subject.by === "score" && subject.node === plan.root.index;
