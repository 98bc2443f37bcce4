import { flatMap } from "../../base/flat-map.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Path } from "../../rubric/document.ts";
import type { Condition, InputPlan, Plan } from "../../rubric/plan.ts";
import type { CheckContext, CheckRule } from "../rule.ts";
import { mayHold } from "./condition-constant.ts";

/** Two things side by side with one number or one name: headings and reports do not tell them apart. */
export const names: CheckRule = {
  codes: ["no-duplicate", "name-duplicate"],
  check(context) {
    const lists = listsOf(context);
    return [
      ...flatMap(lists, (list) => [...twins(context, list, "no"), ...twins(context, list, "name")]),
      ...besideIndicators(context),
    ];
  },
};

interface Named {
  readonly no: string | undefined;
  readonly name: string;
  readonly path: Path;
  /** The key that holds the name. */
  readonly key: "name" | "text";
  readonly appliesTo?: Condition | undefined;
}

/** Lists of things that stand side by side. */
function listsOf({ siblings: nodes, plan }: CheckContext): readonly (readonly Named[])[] {
  const siblings = nodes.map((list) =>
    list.map(
      ({ plan: { no, name, origin, appliesTo } }): Named => ({
        no,
        name,
        path: origin,
        key: "name",
        appliesTo,
      }),
    ),
  );
  const clauses = plan.leaves.map(({ rule }) =>
    "clauses" in rule
      ? rule.clauses.map(({ text, no, origin }): Named => ({ no, name: text, path: origin, key: "text" }))
      : [],
  );
  // Several of them may rest on one article of the paper: their numbers may be equal.
  const listed = [plan.gates, plan.vetoes].map((list) =>
    list.map(({ name, origin }): Named => ({ no: undefined, name, path: origin, key: "name" })),
  );
  return [...siblings, ...clauses, ...listed, inputsOf(plan)];
}

const isDeclared = ({ origin }: InputPlan): boolean => origin[0] === "inputs" && origin.length === 2;

/** The inputs that the rubric declares, as far as they have a name and are handed in. */
const inputsOf = (plan: Plan): readonly Named[] =>
  plan.inputs
    .filter((input) => isDeclared(input) && input.source.from === "submissions" && input.name !== input.id)
    .map(({ name, origin }) => ({ no: undefined, name, path: origin, key: "name" }));

/** A declared input named like an indicator that has a column of its own, and so does not read it. */
function besideIndicators({ plan, at, document }: CheckContext): readonly Finding[] {
  return flatMap(inputsOf(plan), ({ name, path }) => {
    const leaf = plan.leaves.find(
      (one) =>
        one.name === name &&
        one.variants.some(({ inputs }) => plan.inputs[inputs[0] ?? -1]?.origin === one.origin),
    );
    if (leaf === undefined) return [];
    const { line } = document.place([...leaf.origin, "name"]).span.start;
    return [at([...path, "name"], problems.nameDuplicate(name, line))];
  });
}

function twins(
  { plan, at, document }: CheckContext,
  list: readonly Named[],
  by: "no" | "name",
): readonly Finding[] {
  const seen = new Map<string, Named[]>();
  return flatMap(list, (one): Finding[] => {
    const said = one[by];
    if (said === undefined || said === "") return [];
    const before = seen.get(said);
    const twin = before?.find((other) => mayMeet(plan, one, other));
    if (before === undefined) seen.set(said, [one]);
    else before.push(one);
    if (twin === undefined) return [];
    const path = (named: Named): Path => [...named.path, by === "no" ? "no" : named.key];
    const { line } = document.place(path(twin)).span.start;
    const tell = by === "no" ? problems.noDuplicate : problems.nameDuplicate;
    return [at(path(one), tell(said, line))];
  });
}

/** Items of which each unit has only one may share a number and a name. */
const mayMeet = (plan: Plan, one: Named, other: Named): boolean =>
  one.appliesTo === undefined ||
  other.appliesTo === undefined ||
  mayHold(plan, [one.appliesTo, other.appliesTo]) === true;
