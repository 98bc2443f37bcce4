import { type Problem, problems } from "../findings/catalog.ts";
import type { Plan } from "../rubric/plan.ts";
import { columnsAsked } from "../rubric/register-columns.ts";
import { type ColumnRole, columnRoles, describingRoles, standingRoles } from "../rubric/schema.ts";
import { nearHeading } from "./near-heading.ts";
import { unknownHeading } from "./unknown-heading.ts";
import { headingKey, usualHeadings } from "./usual-headings.ts";

const identity: readonly ColumnRole[] = ["unit", "code", "name"];
const describes = (role: ColumnRole): boolean => describingRoles.some((one) => one === role);
/** Roles that say more about a value, besides its unit and indicator. */
const details: readonly ColumnRole[] = ["method", "assessor", "site", "period", "phase", "sheet", "note"];

/** What a file is read as. */
export type FileUse = "register" | "submissions" | "events";

/** The roles that columns of such a file may have; the same word can mean something else in another. */
const rolesOf: Readonly<Record<FileUse, readonly ColumnRole[]>> = {
  register: [...identity, ...describingRoles],
  submissions: [...identity, ...describingRoles, "indicator", "value", ...details],
  events: [...identity, "date", "kind", "level", "matter", "circumstance", "count", "note"],
};

const rolesIn = (plan: Plan, use: FileUse): readonly ColumnRole[] =>
  use === "register" && plan.titles.length > 0 ? [...rolesOf.register, ...standingRoles] : rolesOf[use];

/** The field of a row in which each role stands. */
export type Roles = ReadonlyMap<ColumnRole, number>;

/** How the rows of one file are to be read. */
export interface Form {
  readonly kind: "wide" | "long" | "register" | "events";
  readonly roles: Roles;
  /** Fields with a value for an input (wide only). */
  readonly cells: readonly { readonly field: number; readonly input: number }[];
  /** Fields that describe the unit, by the name conditions and groups know them by. */
  readonly attributes: readonly { readonly field: number; readonly name: string }[];
  /** Fields without a heading: nothing may stand in them. */
  readonly unnamed: readonly number[];
}

export interface HeadingProblem {
  readonly field: number;
  readonly problem: Problem;
}

/** Inputs by every name a heading or a long row may use; undefined marks a name that several share. */
export type InputNames = ReadonlyMap<
  string,
  { readonly input: number } | { readonly several: readonly string[] }
>;

/** An id goes before a clause number, and that before a name, so that only real doubts are doubts. */
export function nameInputs(plan: Plan): InputNames {
  const names = new Map<string, { input: number; rank: number } | { several: string[]; rank: number }>();
  for (const input of plan.inputs) {
    if (input.source.from !== "submissions") continue;
    for (const [rank, written] of input.names.entries()) {
      const name = headingKey(written);
      const before = names.get(name);
      if (before === undefined || rank < before.rank) names.set(name, { input: input.index, rank });
      else if (rank === before.rank && !("input" in before && before.input === input.index)) {
        const others = "several" in before ? before.several : [plan.inputs[before.input]?.id ?? ""];
        names.set(name, { several: [...others, input.id], rank });
      }
    }
  }
  return names;
}

export const findInput = (names: InputNames, written: string) => names.get(headingKey(written));

/** Reads a heading row. Every column must be known: one that is passed over would be a lost score. */
export function readHeadings(
  plan: Plan,
  names: InputNames,
  fields: readonly string[],
  use: FileUse,
): { readonly form: Form; readonly problems: readonly HeadingProblem[] } {
  const found: HeadingProblem[] = [];
  const roles = new Map<ColumnRole, number>();
  const cells: { field: number; input: number }[] = [];
  const described: { field: number; name: string }[] = [];
  const unnamed: number[] = [];
  const seen = new Map<string, number>();
  const own = ownColumns(plan, use);
  const unknown: number[] = [];
  const register = use === "register";
  const submissions = use === "submissions";

  for (const [field, heading] of fields.entries()) {
    const name = headingKey(heading);
    if (name === "") {
      unnamed.push(field);
      continue;
    }
    const before = seen.get(name);
    if (before !== undefined) {
      found.push({ field, problem: problems.headingDuplicate(heading.trim(), before + 1, field + 1) });
      continue;
    }
    seen.set(name, field);
    if (plan.ignored.some((ignored) => headingKey(ignored) === name)) continue;
    const meaning = meaningIn(plan, names, own, heading, use);
    const role = meaning !== undefined && "role" in meaning ? meaning.role : undefined;
    if (role !== undefined) {
      const other = roles.get(role);
      if (other !== undefined) found.push(sameMeaning(fields, other, field));
      roles.set(role, field);
      const describing = use !== "events" && describes(role);
      if (describing) described.push({ field, name: role });
      // A rubric may also know the column by the heading it has here.
      if (describing && heading.trim() !== role) described.push({ field, name: heading.trim() });
    } else if (meaning !== undefined && !("role" in meaning)) {
      if ("several" in meaning)
        found.push({ field, problem: problems.headingAmbiguous(heading.trim(), meaning.several) });
      else {
        const other = cells.find((cell) => cell.input === meaning.input);
        if (other === undefined) cells.push({ field, input: meaning.input });
        else found.push(sameMeaning(fields, other.field, field));
      }
    } else unknown.push(field);
    if (register && (role === undefined || !describes(role))) described.push({ field, name: heading.trim() });
  }

  const form = (kind: Form["kind"]): Form => ({ kind, roles, cells, attributes: described, unnamed });
  const isKnown = (name: string): boolean =>
    own.has(name) || usualRole(plan, name, use) !== undefined || findInput(names, name) !== undefined;
  // Where nothing is known, the row is no heading at all, and its fields are not worth a finding each.
  if (roles.size === 0 && cells.length === 0)
    return { form: form("wide"), problems: [{ field: 0, problem: notHeadings(fields, isKnown) }] };
  const long = submissions && roles.has("indicator") && roles.has("value");
  if (!identity.some((role) => roles.has(role)))
    found.push({ field: 0, problem: problems.headingWithoutUnit(fields) });
  else if (submissions && !long) {
    for (const role of ["indicator", "value"] as const) {
      const field = roles.get(role);
      if (field !== undefined) unknown.push(field);
    }
  }
  if (use === "events") found.push(...eventHeadings(fields, roles, unknown));
  if (register) found.push(...misspeltColumns(plan, fields, roles, unknown));
  if (submissions) {
    for (const field of unknown) {
      const heading = (fields[field] ?? "").trim();
      found.push({ field, problem: unknownHeading(heading, knownNames(plan), headingsKnown(plan)) });
    }
    if (long)
      for (const { field } of cells)
        found.push({ field, problem: problems.headingInLongForm((fields[field] ?? "").trim()) });
    else {
      const field = roles.get("method");
      if (field !== undefined)
        found.push({ field, problem: problems.headingOnlyLong((fields[field] ?? "").trim()) });
    }
  }
  return { form: form(submissions ? (long ? "long" : "wide") : use), problems: found };
}

/** A register may have columns of its own; but one that is almost one of ours would be lost without a word. */
function misspeltColumns(
  plan: Plan,
  fields: readonly string[],
  roles: Roles,
  unknown: readonly number[],
): HeadingProblem[] {
  if (unknown.length === 0) return [];
  const wanted = headingsLacking(plan, fields, roles);
  return unknown.flatMap((field) => {
    const heading = (fields[field] ?? "").trim();
    // A word that means something in another file is no slip of the hand.
    if (Object.values(usualHeadings).some((words) => words.includes(headingKey(heading)))) return [];
    const near = nearHeading(heading, wanted);
    return near === undefined ? [] : [{ field, problem: problems.headingNear(heading, near) }];
  });
}

/** Headings that would mean something to the rubric, for which this register has no column. */
function headingsLacking(plan: Plan, fields: readonly string[], roles: Roles): readonly string[] {
  const asked = [...columnsAsked(plan)];
  const present = new Set(fields.map((heading) => heading.trim()));
  const askedFor = (role: ColumnRole): boolean =>
    plan.columns[role] !== undefined ||
    asked.some((name) => name === role || roleOf(plan, name, "register") === role);
  const lacks = (role: ColumnRole): boolean => {
    if (roles.has(role)) return false;
    // A unit may be called by either word.
    if (role === "unit" || role === "name") return !roles.has("unit") && !roles.has("name");
    return !describes(role) || askedFor(role);
  };
  const named = asked.filter(
    (name) => !present.has(name) && !columnRoles.some((role) => role === name) && isFree(plan, name),
  );
  const own = rolesIn(plan, "register").filter(lacks);
  return [...named, ...own.flatMap((role) => [...(plan.columns[role] ?? []), ...usualHeadings[role]])];
}

const isFree = (plan: Plan, name: string): boolean => roleOf(plan, name, "register") === undefined;

/** A file of events has no columns but its own, and cannot do without the day and the kind. */
function eventHeadings(
  fields: readonly string[],
  roles: Roles,
  unknown: readonly number[],
): HeadingProblem[] {
  const missing = (["date", "kind"] as const).filter((role) => !roles.has(role));
  return [
    ...unknown.map((field) => ({ field, problem: problems.headingInEvents((fields[field] ?? "").trim()) })),
    ...missing.map((role) => ({
      field: 0,
      problem: problems.headingMissing(usualHeadings[role].join(" / ")),
    })),
  ];
}

const sameMeaning = (fields: readonly string[], first: number, second: number): HeadingProblem => ({
  field: second,
  problem: problems.headingSameMeaning(
    (fields[second] ?? "").trim(),
    (fields[first] ?? "").trim(),
    first + 1,
  ),
});

/** A first row without a heading in it: one field parted by something else than commas, or a title. */
function notHeadings(fields: readonly string[], isKnown: (name: string) => boolean): Problem {
  const [only = ""] = fields;
  const separator = /[;\t，；|]/.exec(only)?.[0] ?? "";
  return fields.length === 1 && separator !== "" && only.split(separator).map(headingKey).some(isKnown)
    ? problems.fileSeparator(separator)
    : problems.headingWithoutUnit(fields.filter((field) => field.trim() !== ""));
}

function ownColumns(plan: Plan, use: FileUse): ReadonlyMap<string, ColumnRole> {
  return new Map(
    rolesIn(plan, use).flatMap((role) =>
      (plan.columns[role] ?? []).map((heading): [string, ColumnRole] => [headingKey(heading), role]),
    ),
  );
}

/** What a heading says: a role, an input, or what several inputs have for a name. */
export type Meaning =
  | { readonly role: ColumnRole }
  | { readonly input: number }
  | { readonly several: readonly string[] };

/** What a heading says in such a file; undefined where it is not known there. The rubric's own columns go first. */
export const meaningOf = (
  plan: Plan,
  names: InputNames,
  heading: string,
  use: FileUse,
): Meaning | undefined => meaningIn(plan, names, ownColumns(plan, use), heading, use);

function meaningIn(
  plan: Plan,
  names: InputNames,
  own: ReadonlyMap<string, ColumnRole>,
  heading: string,
  use: FileUse,
): Meaning | undefined {
  const name = headingKey(heading);
  const declared = own.get(name);
  if (declared !== undefined) return { role: declared };
  const input = use === "submissions" ? findInput(names, heading) : undefined;
  if (input !== undefined) return input;
  const role = usualRole(plan, name, use);
  return role === undefined || (role === "phase" && plan.phases === undefined) ? undefined : { role };
}

const usualRole = (plan: Plan, name: string, use: FileUse): ColumnRole | undefined =>
  rolesIn(plan, use).find((role) => usualHeadings[role].includes(name));

/** The role a heading has in such a file, if it is not an input: the rubric's own columns go first. */
export const roleOf = (plan: Plan, heading: string, use: FileUse): ColumnRole | undefined =>
  ownColumns(plan, use).get(headingKey(heading)) ?? usualRole(plan, headingKey(heading), use);

/** All that a heading of submissions may be, to find the one that was meant. */
export const headingsKnown = (plan: Plan): string[] => [
  ...knownNames(plan),
  ...rolesOf.submissions.flatMap((role) => usualHeadings[role]),
];

/** Ids and names that a heading may use, for messages. */
export const knownNames = (plan: Plan): string[] =>
  plan.inputs
    .filter(({ source }) => source.from === "submissions")
    .flatMap(({ id, name }) => (id === name ? [id] : [id, name]));
