import { isWhole, parseDecimal } from "../base/rational.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import type { Path } from "../rubric/document.ts";
import type { Dimension, InputPlan, Plan } from "../rubric/plan.ts";
import type { Row } from "./case.ts";
import { isProblem, keyOfSlot, type Names, type Slot } from "./names.ts";

export type Report = (path: Path, problem: Problem, ofKey?: boolean) => void;

/** A value as it stands in the file, for one input or column. */
export interface Given {
  readonly slot: Slot;
  readonly node: unknown;
  readonly path: Path;
}

/** What is given, by slot: of two layers, the later has the say. */
export type Layer = ReadonlyMap<string, Given>;

const isMap = (node: unknown): node is Readonly<Record<string, unknown>> =>
  typeof node === "object" && node !== null && !Array.isArray(node);

/** The keys of one `given`, resolved; a key that means nothing, or means the same as another, is reported. */
export function readLayer(names: Names, node: unknown, path: Path, report: Report): Layer {
  if (node === undefined || node === "") return new Map();
  if (!isMap(node)) {
    report(path, problems.wrongType(["map"], node));
    return new Map();
  }
  const layer = new Map<string, Given & { readonly written: string }>();
  for (const [written, value] of Object.entries(node)) {
    const here = [...path, written];
    const slot = names.slot(written);
    if (isProblem(slot)) {
      report(here, slot, true);
      continue;
    }
    const before = layer.get(keyOfSlot(slot));
    if (before !== undefined) report(here, problems.caseKeyTwice(written, before.written), true);
    else layer.set(keyOfSlot(slot), { slot, node: value, path: here, written });
  }
  return layer;
}

type Key = Pick<Row, "assessor" | "site" | "period" | "sheet">;
const noKey: Key = { assessor: "", site: "", period: "", sheet: "" };

/** The rows of one input: a text is one value; a list or a block has several. */
export function rowsOf(plan: Plan, given: Given, phase: string | undefined, report: Report): Row[] {
  const { slot, node, path } = given;
  const input = "input" in slot ? plan.inputs[slot.input] : undefined;
  if (input === undefined) return [];
  const row = (text: string, at: Path, key: Key): Row => ({
    input: input.index,
    phase,
    text,
    path: at,
    ...key,
  });
  if (typeof node === "string") return [row(node, path, noKey)];
  if (input.many === "sheets") return sheetRows(node, path, row, report);
  const visit = (value: unknown, at: Path, left: readonly Dimension[], key: Key): Row[] => {
    if (typeof value === "string") return [row(value, at, key)];
    const [over, ...rest] = left;
    if (over === undefined) {
      report(at, problems.caseSeveral(input.name, dimensionsOf(input).length));
      return [];
    }
    const named = over === "period" ? periodsOf(plan, input) : [];
    if (Array.isArray(value) && named.length > 0) {
      const texts = value.map((one: unknown) => (typeof one === "string" ? one : "…"));
      report(at, problems.casePeriodList(input.name, named, texts));
      return [];
    }
    const several: [string, unknown, Path][] = Array.isArray(value)
      ? value.map((one: unknown, index) => [String(index + 1), one, [...at, index]])
      : isMap(value)
        ? Object.entries(value).map(([name, one]) => [name, one, [...at, name]])
        : [];
    return several.flatMap(([name, one, here]) => visit(one, here, rest, { ...key, [over]: name }));
  };
  return visit(node, path, dimensionsOf(input), noKey);
}

const dimensionsOf = (input: InputPlan): readonly Dimension[] =>
  input.many === "dimensions" ? input.dimensions : [];

/** The periods that values must be of, where they are weighed: by the input, or by an indicator that reads it. */
function periodsOf(plan: Plan, { index, reductions }: InputPlan): readonly string[] {
  const reading = plan.leaves.filter(({ variants }) => variants.some(({ inputs }) => inputs.includes(index)));
  const weighed = [...reductions, ...reading.flatMap((leaf) => leaf.reductions)].flatMap(({ over, by }) =>
    over === "period" && typeof by !== "string" ? [...by.weights.keys()] : [],
  );
  return [...new Set(weighed)];
}

/** A list has an answer a sheet; a block says how many sheets have each answer. Sheets are numbered through. */
function sheetRows(
  node: unknown,
  path: Path,
  row: (text: string, at: Path, key: Key) => Row,
  report: Report,
): Row[] {
  const answers: [string, Path][] = [];
  if (Array.isArray(node)) {
    for (const [index, answer] of node.entries()) {
      if (typeof answer === "string") answers.push([answer, [...path, index]]);
      else report([...path, index], problems.wrongType(["text"], answer));
    }
  } else if (isMap(node)) {
    for (const [answer, written] of Object.entries(node)) {
      const number = typeof written === "string" ? parseDecimal(written.trim()) : undefined;
      const count =
        number !== undefined && isWhole(number) ? Number(number.numerator / number.denominator) : -1;
      if (count < 0 || count > mostSheets) report([...path, answer], problems.caseSheets(String(written)));
      else for (let sheet = 0; sheet < count; sheet += 1) answers.push([answer, [...path, answer]]);
    }
  }
  return answers.map(([answer, at], index) => row(answer, at, { ...noKey, sheet: String(index + 1) }));
}

const mostSheets = 10_000;
