import { compare, equals, formatExact, multiply, type Rational, round } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Path } from "../../rubric/document.ts";
import type { Condition, Plan } from "../../rubric/plan.ts";
import { placesText } from "../../scoring/describe-years.ts";
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
  if (subject.by !== "score" || plan.rounding.lines === "exact") return [];
  const { places } = plan.rounding;
  const line = proof
    .kinds()
    .flatMap(({ kind }) => lineFor(value, share, kind.profile.points[subject.node]))
    .find((figure) => !equals(round(figure, places, "down"), figure));
  if (line === undefined) return [];
  return [
    at([...path, operator], problems.lineFinerThanRounding(formatExact(line), places, nextTo(line, places))),
  ];
}

const lineFor = (value: Rational, share: boolean, points: Rational | undefined): readonly Rational[] => {
  if (!share) return [value];
  return points === undefined ? [] : [multiply(value, points)];
};

/** The figure of the grid from which a line between two of them counts. */
function nextTo(line: Rational, places: number): string {
  const above = round(line, places, "up");
  return formatExact(compare(above, line) >= 0 ? above : round(line, places, "down"));
}

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
