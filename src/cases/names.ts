import { closest } from "../base/closest.ts";
import { headingsKnown, knownNames, meaningOf, nameInputs, roleOf } from "../evidence/headings.ts";
import { standingHeadings } from "../evidence/register.ts";
import { headingKey } from "../evidence/usual-headings.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import type { Plan } from "../rubric/plan.ts";
import { columnsNamed } from "../rubric/register-columns.ts";
import { type ColumnRole, describingRoles, standingRoles } from "../rubric/schema.ts";

/** What a key under `given` speaks of: an input, or a column of the register under its heading there. */
export type Slot = { readonly input: number } | { readonly column: string };

/** Headings that name the unit of a row. */
const unitRoles = ["unit", "code", "name"] as const satisfies readonly ColumnRole[];

/** One key for each slot: two names of one thing have the same. */
export const keyOfSlot = (slot: Slot): string =>
  "input" in slot ? `input ${slot.input}` : `column ${slot.column}`;

/**
 * What a key under `points` or `states` speaks of: a node of the tree, or an entry that is no indicator, by
 * its id: a rubric without one cap has the other entries at other places.
 */
export type Scored = { readonly node: number } | { readonly entry: string };

export interface Names {
  slot(key: string): Slot | Problem;
  scored(name: string): Scored | Problem;
}

export const isProblem = (found: object): found is Problem => "severity" in found;

/**
 * How cases name things: inputs and columns just as the headings of files do, so that what `score` refuses is
 * refused here; indicators by id, number or name.
 */
export function createNames(plan: Plan): Names {
  const inputs = nameInputs(plan);
  const columns = columnsNamed(plan);
  const fromRegister = new Map(
    plan.inputs.flatMap((input) =>
      input.source.from === "register"
        ? [...input.names].map((name): [string, string] => [
            headingKey(name),
            input.source.from === "register" ? input.source.column : "",
          ])
        : [],
    ),
  );
  /** The heading under which the rubric knows a column: a role can have several headings. */
  const headingOf = (role: ColumnRole): string => {
    const headings = plan.columns[role] ?? [];
    const used = [...columns].find((column) => column !== role && roleOf(plan, column, "register") === role);
    return used ?? headings[0] ?? role;
  };
  const scoredNames = nameScored(plan);
  return {
    slot: (key) => {
      const meaning = meaningOf(plan, inputs, key, "submissions");
      if (meaning !== undefined && "several" in meaning) return problems.ambiguousName(key, meaning.several);
      if (meaning !== undefined && "input" in meaning) return { input: meaning.input };
      if (meaning !== undefined && describingRoles.some((role) => role === meaning.role))
        return { column: headingOf(meaning.role) };
      if (columns.has(key.trim())) return { column: key.trim() };
      // What a unit holds and has become stands in the register only.
      const role = roleOf(plan, key, "register");
      if (role !== undefined && standingRoles.some((one) => one === role)) return { column: headingOf(role) };
      if (unitRoles.some((one) => one === role)) return problems.caseUnitKey(key);
      const standing = plan.titles.length === 0 ? [] : Object.values(standingHeadings);
      const known = [...knownNames(plan), ...columns, ...standing.map(({ zh }) => zh)];
      const near = closest(key, [
        ...headingsKnown(plan),
        ...inputs.keys(),
        ...columns,
        ...standing.flatMap(({ zh, en }) => [zh, en]),
      ]);
      return problems.caseKey(key, known, near ?? fromRegister.get(headingKey(key)));
    },
    scored: (name) => {
      const found = scoredNames.get(headingKey(name));
      if (found === undefined) {
        const known = [...plan.nodes.map(({ id }) => id), ...plan.nodes.map((node) => node.name)];
        return problems.unknownReference("indicator", name, known.slice(1), closest(name, known));
      }
      return "several" in found ? problems.ambiguousName(name, found.several) : found.scored;
    },
  };
}

type Claim =
  | { readonly scored: Scored; readonly rank: number }
  | { readonly several: string[]; readonly rank: number };

/** An id goes before a number, and that before a name, as in headings. */
function nameScored(plan: Plan): ReadonlyMap<string, Claim> {
  const names = new Map<string, Claim>();
  const claim = (written: string | undefined, rank: number, scored: Scored, id: string): void => {
    if (written === undefined) return;
    const before = names.get(headingKey(written));
    if (before === undefined || rank < before.rank) names.set(headingKey(written), { scored, rank });
    else if (rank === before.rank && !("scored" in before && sameScored(before.scored, scored))) {
      const others = "several" in before ? before.several : [idOf(plan, before.scored)];
      names.set(headingKey(written), { several: [...others, id], rank });
    }
  };
  for (const node of plan.nodes) {
    const scored = { node: node.index };
    claim(node.id, 0, scored, node.id);
    if (node.index === 0) continue;
    claim(node.no, 1, scored, node.id);
    claim(node.name, 2, scored, node.id);
  }
  for (const planned of plan.entries)
    if (planned.kind !== "leaf") claim(planned.id, 0, { entry: planned.id }, planned.id);
  return names;
}

const sameScored = (a: Scored, b: Scored): boolean =>
  "node" in a ? "node" in b && a.node === b.node : "entry" in b && a.entry === b.entry;

const idOf = (plan: Plan, scored: Scored): string =>
  "node" in scored ? (plan.nodes[scored.node]?.id ?? "") : scored.entry;
