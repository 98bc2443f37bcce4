import type { Path } from "../rubric/document.ts";
import type { Plan } from "../rubric/plan.ts";
import type { Rubric } from "../rubric/schema.ts";

/**
 * One small change of what a rubric says, such as a slip of the hand would make. Most change the
 * Rubric, before it is compiled; what would take an input away with it changes the Plan.
 */
export interface Change {
  /** Where it stands, as the document of the rubric knows it. */
  readonly path: Path;
  /** What is changed, within its item: `target`, `when.at-least`. */
  readonly from: string;
  readonly to: string;
  readonly edit:
    | { readonly on: "rubric"; readonly change: (rubric: Rubric) => Rubric }
    | { readonly on: "plan"; readonly change: (plan: Plan) => Plan };
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A copy with another value at a path; without the value where the new one is undefined. */
export function withValue(value: unknown, path: Path, change: (before: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (Array.isArray(value)) {
    const list: unknown[] = [...value];
    const after = withValue(list[Number(step)], rest, change);
    if (after === undefined) list.splice(Number(step), 1);
    else list[Number(step)] = after;
    return list;
  }
  const map: Record<string, unknown> = isMap(value) ? { ...value } : {};
  const after = withValue(map[step], rest, change);
  if (after === undefined) delete map[step];
  else map[step] = after;
  return map;
}

export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, step) => (Array.isArray(inner) ? inner[Number(step)] : isMap(inner) ? inner[step] : undefined),
    value,
  );

/** A change of the value at a path of the Rubric. */
export const changing = (path: Path, from: string, to: string, after: unknown): Change => ({
  path,
  from,
  to,
  edit: {
    on: "rubric",
    // The value at a path is replaced by one of the same type, or taken out where it need not be there.
    change: (rubric) => withValue(rubric, path, () => after) as Rubric,
  },
});

/** Where a path leads, in words that other changes of the file leave alone: from the last item that has an id. */
export function addressOf(rubric: unknown, path: Path): string {
  let words: string[] = [];
  let value: unknown = rubric;
  for (const step of path) {
    value = valueAt(value, [step]);
    const id = isMap(value) ? value["id"] : undefined;
    if (typeof id === "string") words = [id];
    else words.push(typeof step === "number" ? String(step + 1) : step);
  }
  return words.join(".");
}
