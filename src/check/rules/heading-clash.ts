import { flatMap } from "../../base/flat-map.ts";
import { headingKey } from "../../evidence/usual-headings.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Path } from "../../rubric/document.ts";
import type { Plan } from "../../rubric/plan.ts";
import type { CheckRule } from "../rule.ts";

/** A heading that is ignored or stands for a column of another kind, and is also what an input is called: its data are lost. */
export const headingClash: CheckRule = {
  codes: ["heading-clash"],
  check({ plan, at }) {
    const headings = headingsIn(plan);
    if (headings.length === 0) return [];
    const inputs = namesOfInputs(plan);
    const seen = new Map<string, string>();
    return flatMap(headings, ({ heading, use, path }): Finding[] => {
      const name = headingKey(heading);
      const before = seen.get(name);
      if (before === undefined) seen.set(name, use);
      const clash = inputs.get(name) ?? (before === use ? undefined : before);
      return clash === undefined ? [] : [at(path, problems.headingClash(heading, use, clash))];
    });
  },
};

/** Columns that only a file of events has: the same word is something else elsewhere. */
const ofEvents: ReadonlySet<string> = new Set(["date", "kind", "matter", "circumstance", "count"]);

function headingsIn(plan: Plan): { heading: string; use: string; path: Path }[] {
  const columns = flatMap(Object.entries(plan.columns), ([role, headings]) =>
    ofEvents.has(role) ? [] : headings.map((heading) => ({ heading, use: role, path: ["columns", role] })),
  );
  const ignored = plan.ignored.map((heading, index) => ({ heading, use: "ignore", path: ["ignore", index] }));
  return [...columns, ...ignored];
}

/** What a heading may call an input that is handed in. */
function namesOfInputs(plan: Plan): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const input of plan.inputs) {
    if (input.source.from !== "submissions") continue;
    for (const name of input.names) if (!names.has(headingKey(name))) names.set(headingKey(name), input.name);
  }
  return names;
}
