import { flatMap } from "../../base/flat-map.ts";
import { compare, zero } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Path } from "../../rubric/document.ts";
import type { Figured } from "../../rubric/schema.ts";
import type { RubricNode } from "../rubric-nodes.ts";
import type { CheckRule } from "../rule.ts";

/** A step of a scale by bands or numbers that no band and no row gives. One worth nothing is what is left anyway. */
export const stepUnused: CheckRule = {
  codes: ["step-unused"],
  check({ rubric, nodes, atKey }) {
    const scales = Object.entries(rubric.scales ?? {}).map(([name, steps]): Scale => {
      const users = nodes.filter(({ node }) => "scale" in node && node.scale === name);
      return { steps, users, path: ["scales", name] };
    });
    const own = flatMap(nodes, (user): Scale[] => {
      const { node, plan: compiled } = user;
      return "scale" in node && typeof node.scale === "object"
        ? [{ steps: node.scale, users: [user], path: [...compiled.origin, "scale"] }]
        : [];
    });
    return flatMap([...scales, ...own], ({ steps, users, path }) => {
      if (users.length === 0 || users.some(({ node }) => "rule" in node && node.rule === "grade")) return [];
      const given = new Set(flatMap(users, givenBy));
      return flatMap(Object.entries(steps), ([step, { value }]) =>
        given.has(step) || compare(value, zero) <= 0
          ? []
          : [atKey([...path, step], problems.stepUnused(step))],
      );
    });
  },
};

interface Scale {
  readonly steps: Readonly<Record<string, Figured>>;
  readonly users: readonly RubricNode[];
  readonly path: Path;
}

function givenBy({ node }: RubricNode): readonly string[] {
  if (!("rule" in node)) return [];
  if (node.rule === "bands") return [...node.bands.map(({ give }) => give), node.otherwise ?? ""];
  return node.rule === "k-of-n" ? [...Object.values(node.table), node.otherwise ?? ""] : [];
}
