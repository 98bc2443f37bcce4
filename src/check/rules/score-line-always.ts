import type { Text } from "../../base/language.ts";
import { formatExact, larger, smaller } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Condition, Plan } from "../../rubric/plan.ts";
import { conditionText } from "../condition-text.ts";
import type { KindContext } from "../outcome-proof.ts";
import { beforeRounding, includes, type Range, rangeOf } from "../range.ts";
import type { CheckRule } from "../rule.ts";

/** A line on the total beside other conditions that every unit is on the right side of: it decides nothing. */
export const scoreLineAlways: CheckRule = {
  codes: ["condition-always"],
  check({ plan, proof, sites, at }) {
    return sites.everyCondition.flatMap(({ condition, path }): Finding[] => {
      if (!isBesideOthers(path.at(-2)) || !isOfTotal(condition)) return [];
      if (condition.share || !proof.complete()) return [];
      const kinds = proof.kinds();
      if (!kinds.every((context) => holdsThroughout(plan, context, condition))) return [];
      return [at(path, problems.conditionAlways(conditionText(plan, condition), totalsText(kinds)))];
    });
  },
};

const isBesideOthers = (key: string | number | undefined): boolean => key === "all" || key === "any";

type LineOnTotal = Extract<Condition, { kind: "number" }>;

/** Of other scores nobody knows whether they apply; of another run of the rubric, whether there was one. */
const isOfTotal = (condition: Condition): condition is LineOnTotal =>
  condition.kind === "number" &&
  condition.subject.by === "score" &&
  condition.subject.node === 0 &&
  condition.subject.phase === undefined;

function holdsThroughout(plan: Plan, { attainable }: KindContext, { operator, value }: LineOnTotal): boolean {
  const [total] = attainable.widest();
  if (total === undefined) return false;
  const wanted = rangeOf(operator, value);
  const { lines, places, mode } = plan.rounding;
  return contains(lines === "exact" ? wanted : beforeRounding(wanted, places, mode), total);
}

/** Whether all of one range, which includes its ends, lies in the other. */
const contains = (outer: Range, { low, high }: Range): boolean =>
  low === undefined || high === undefined
    ? (outer.low === undefined || (low !== undefined && includes({ ...outer, high: undefined }, low))) &&
      (outer.high === undefined || (high !== undefined && includes({ ...outer, low: undefined }, high)))
    : includes(outer, low) && includes(outer, high);

/** What totals go from and to, of all kinds of unit; nothing where they have no limit. */
function totalsText(kinds: readonly KindContext[]): Text | undefined {
  const ranges = kinds.map(({ attainable }) => attainable.widest()[0]);
  const lows = ranges.flatMap((range) => range?.low ?? []);
  const highs = ranges.flatMap((range) => range?.high ?? []);
  const [low, high] = [lows, highs].map((ends, index) =>
    ends.length < kinds.length || ends.length === 0 ? undefined : ends.reduce(index === 0 ? smaller : larger),
  );
  if (low === undefined || high === undefined) return undefined;
  const [from, to] = [formatExact(low), formatExact(high)];
  return { zh: `总分可得 ${from} 至 ${to}`, en: `totals go from ${from} to ${to}` };
}
