import { flatMap } from "../../base/flat-map.ts";
import { compare } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import { formatFigure } from "../../scoring/kinds/bands.ts";
import { rangeOfLeaf } from "../band-cells.ts";
import { limitsText } from "../condition-text.ts";
import type { CheckRule } from "../rule.ts";

/** Points of a curve so far beyond the limits of its input that no figure lies on the lines to them. */
export const curvePoints: CheckRule = {
  codes: ["curve-point-never"],
  check({ plan, at }) {
    return flatMap(plan.leaves, (leaf) => {
      const { rule, variants, origin } = leaf;
      const input = variants[0]?.inputs[0];
      if (rule.kind !== "curve" || input === undefined) return [];
      const limits = limitsText(plan, input);
      const { least, most } = rangeOfLeaf(plan, leaf);
      const percent = plan.inputs[input]?.percent === true;
      return flatMap(rule.curve, (point, index) => {
        const [before, after] = [rule.curve[index - 1], rule.curve[index + 1]];
        const isAbove = most !== undefined && before !== undefined && compare(before.at, most) >= 0;
        const isBelow = least !== undefined && after !== undefined && compare(after.at, least) <= 0;
        if (limits === undefined || !(isAbove || isBelow)) return [];
        return [
          at([...origin, "curve", index], problems.curvePointNever(formatFigure(point.at, percent), limits)),
        ];
      });
    });
  },
};
