import { flatMap } from "../../base/flat-map.ts";
import { problems } from "../../findings/catalog.ts";
import type { IndicatorNode } from "../../rubric/schema.ts";
import type { CheckRule } from "../rule.ts";

/** A scale that no indicator uses: left over, or an indicator has another one than was meant. */
export const scaleUnused: CheckRule = {
  codes: ["scale-unused"],
  check({ rubric, document, atKey }) {
    const used = new Set(flatMap(rubric.indicators, scalesIn));
    return (
      Object.keys(rubric.scales ?? {})
        .filter((name) => !used.has(name))
        .map((name) => atKey(["scales", name], problems.scaleUnused(name)))
        // What is dropped may leave a scale of the file below without use: that file is not at fault.
        .filter(({ file }) => file === document.file)
    );
  },
};

function scalesIn(node: IndicatorNode): readonly string[] {
  if ("indicators" in node) return flatMap(node.indicators, scalesIn);
  return "scale" in node && typeof node.scale === "string" ? [node.scale] : [];
}
