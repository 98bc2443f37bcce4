import type { Code, Problem, problems } from "../findings/catalog.ts";
import { type Finding, isError } from "../findings/finding.ts";
import { findingAt, type Path, type RubricDocument } from "./document.ts";
import type { Slip } from "./meant.ts";
import { referenceProblem } from "./misread.ts";
import type { InputPlan, InputSource, InputType } from "./plan.ts";
import type { Rubric } from "./schema.ts";
import type { Place } from "./tree.ts";

/** What every part of the compiler shares: the rubric, where it stands, and the names met so far. */
export interface Context {
  readonly rubric: Rubric;
  readonly findings: Finding[];
  readonly slips: Slip[];
  /** Inputs grow as indicators are compiled: most have one of their own. */
  readonly inputs: InputPlan[];
  readonly inputsById: Map<string, InputPlan>;
  /** Index of every indicator and group by id, known before conditions are compiled. */
  readonly nodesById: ReadonlyMap<string, number>;
  readonly gatesById: ReadonlyMap<string, number>;
  readonly vetoesById: ReadonlyMap<string, number>;
  readonly titlesByName: ReadonlyMap<string, number>;
  /** Results over years. */
  readonly resultsById: ReadonlyMap<string, number>;
  /** Outcomes that only earlier results may have: of earlier rubrics, and of this one at other times. */
  readonly earlierOutcomes: readonly string[];
  report(path: Path, problem: Problem): void;
  /** The same where the key that leads to `path` stands. */
  reportKey(path: Path, problem: Problem): void;
  /** The file that is compiled. What it takes over from the one it extends does not stand in it. */
  readonly file: string;
  standsInIt(path: Path): boolean;
}

/** Every outcome of the rubric, also those that ties are referred to. */
export const ownOutcomes = ({ outcomes = [] }: Rubric): string[] =>
  outcomes.flatMap(({ name, quota }) => [name, ...(quota?.refer === undefined ? [] : [quota.refer])]);

function earlierOutcomes({ otherOutcomes = [] }: RubricDocument, rubric: Rubric): string[] {
  const own = ownOutcomes(rubric);
  const others = otherOutcomes.filter((name) => !own.includes(name));
  return [...new Set([...(rubric.years?.outcomes ?? []), ...others])];
}

/** What says that figures do not agree, while every name and every shape is in order. */
const ofSums: readonly Code[] = ["points-sum", "weights-sum"];
export const isOfSums = ({ code }: { readonly code: string }): boolean =>
  ofSums.some((known) => known === code);

export function createContext(
  document: RubricDocument,
  rubric: Rubric,
  nodesById: ReadonlyMap<string, number>,
  findings: Finding[],
): Context {
  const indexById = (list: readonly { readonly id: string }[] = []) =>
    new Map(list.map(({ id }, index) => [id, index]));
  /** An indicator is compiled once for each of its methods: what is wrong with it is told once. */
  const told = new Set<string>();
  const slips: Slip[] = [];
  const tellOnce = (place: Place, problem: Problem, path: Path, of: Slip["of"]): void => {
    const key = JSON.stringify([place, problem.code, problem.message.zh]);
    if (told.has(key)) return;
    told.add(key);
    findings.push(findingAt(place, problem));
    if (isError(problem) && !isOfSums(problem)) slips.push({ path, of, meant: problem.meant });
  };
  return {
    rubric,
    findings,
    slips,
    inputs: [],
    inputsById: new Map(),
    nodesById,
    gatesById: indexById(rubric.gates?.list),
    vetoesById: indexById(rubric.vetoes?.list),
    // The first of two titles of one name stands for both.
    titlesByName: new Map(
      (rubric.titles ?? []).map(({ name }, index): [string, number] => [name, index]).reverse(),
    ),
    resultsById: indexById(rubric.years?.results),
    earlierOutcomes: earlierOutcomes(document, rubric),
    report: (path, problem) => tellOnce(document.place(path), problem, path, "value"),
    reportKey: (path, problem) => tellOnce(document.placeOfKey(path), problem, path, "key"),
    file: document.file,
    standsInIt: (path) => document.place(path).file === document.file,
  };
}

export interface InputDraft {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly method: string | undefined;
  readonly type: InputType;
  readonly source: InputSource;
  readonly origin: Path;
  readonly many?: InputPlan["many"];
  readonly dimensions?: InputPlan["dimensions"];
  readonly reductions?: InputPlan["reductions"];
  readonly sheets?: InputPlan["sheets"];
  readonly percent?: boolean;
}

/** Gives the draft its slot. */
export function addInput(context: Context, draft: InputDraft): InputPlan {
  const { id, name, names, method, type, source, origin } = draft;
  const { many, dimensions = [], reductions = [], sheets } = draft;
  // All in one order, so that all are of one shape: they are looked at millions of times.
  const input: InputPlan = {
    id,
    name,
    names,
    method,
    type,
    source,
    origin,
    many,
    dimensions,
    reductions,
    sheets,
    percent: draft.percent ?? type.kind === "percent",
    index: context.inputs.length,
  };
  context.inputs.push(input);
  context.inputsById.set(input.id, input);
  return input;
}

/** The index of `name` in `known`; an unknown name is reported, with the near one. */
export function resolve<T>(
  context: Context,
  path: Path,
  kind: Parameters<typeof problems.unknownReference>[0],
  name: string,
  known: ReadonlyMap<string, T>,
): T | undefined {
  const found = known.get(name);
  if (found === undefined) context.report(path, referenceProblem(kind, name, [...known.keys()]));
  return found;
}
