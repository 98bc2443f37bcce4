import { closest } from "../base/closest.ts";
import { type Day, parseDay } from "../base/date.ts";
import { divide, isZero, parseDecimal, type Rational } from "../base/rational.ts";
import { eventColumns } from "../evidence/events.ts";
import { roleOf } from "../evidence/headings.ts";
import { problems } from "../findings/catalog.ts";
import { type Finding, type Outcome, outcomeOf } from "../findings/finding.ts";
import { findingAt, type Path, type RubricDocument } from "../rubric/document.ts";
import { outcomeNames } from "../rubric/outcome-names.ts";
import type { Plan } from "../rubric/plan.ts";
import { parse } from "../rubric/read.ts";
import type { ColumnRole } from "../rubric/schema.ts";
import {
  type Accepted,
  type Case,
  type CaseFile,
  type CaseUnit,
  type Cell,
  daysLeft,
  type Event,
  type Expected,
  type Past,
} from "./case.ts";
import { type Layer, type Report, readLayer, rowsOf } from "./given.ts";
import { createNames, isProblem, type Names } from "./names.ts";
import { readPast } from "./past.ts";
import {
  type AcceptedNode,
  type CaseNode,
  caseSchema,
  type ExpectNode,
  type FileNode,
  fileSchema,
  states,
  type UnitNode,
  unitSchema,
} from "./schema.ts";

const isMap = (node: unknown): node is Readonly<Record<string, unknown>> =>
  typeof node === "object" && node !== null && !Array.isArray(node);

/** Whether a document is a case file by its first key. */
export const isCaseDocument = (document: RubricDocument): boolean =>
  isMap(document.data) && document.data["ceping-cases"] !== undefined;

/** The rubric a case file names; undefined where it is the one beside it. */
export function rubricNamed(document: RubricDocument): string | undefined {
  const named = isMap(document.data) ? document.data["rubric"] : undefined;
  return typeof named === "string" && named.trim() !== "" ? named : undefined;
}

/** Where it names it. */
export const rubricNamedPath: Path = ["rubric"];

/** What is handed in, as far as one layer of the file says: that of the file, of a case or of a unit. */
interface Handed {
  readonly given: Layer;
  readonly phases: ReadonlyMap<string, Layer | "none">;
  readonly events: readonly Event[] | undefined;
  /** By year. */
  readonly history: ReadonlyMap<string, Past>;
  readonly asOf: Day | undefined;
}

const nothing: Handed = {
  given: new Map(),
  phases: new Map(),
  events: undefined,
  history: new Map(),
  asOf: undefined,
};

interface Reading {
  readonly document: RubricDocument;
  readonly plan: Plan;
  readonly names: Names;
  readonly findings: Finding[];
  readonly report: Report;
}

/** The cases of a file, for the rubric they are about. */
export function readCases(document: RubricDocument, plan: Plan): Outcome<CaseFile> {
  const { file, findings } = readWith(document, plan);
  return outcomeOf(file, findings);
}

/** The same, where other versions of the rubric may read the file otherwise. */
export interface CasesRead {
  /** Undefined where it is no file of cases. */
  readonly file: CaseFile | undefined;
  readonly findings: readonly Finding[];
  /** Where what was found stands in the file, as far as a name of the rubric is about. */
  readonly pathOf: ReadonlyMap<Finding, Path>;
}

export function readWith(document: RubricDocument, plan: Plan): CasesRead {
  const findings: Finding[] = [];
  const pathOf = new Map<Finding, Path>();
  const told = new Set<string>();
  if (!isCaseDocument(document)) {
    const { file, span } = document.place([]);
    const start = { file, span: { start: span.start, end: span.start } };
    return { file: undefined, findings: [findingAt(start, problems.casesShape())], pathOf };
  }
  const reading: Reading = {
    document,
    plan,
    names: createNames(plan),
    findings,
    report: (path, problem, ofKey) => {
      // What many cases build on is looked at with each of them.
      const key = JSON.stringify([path, problem.code]);
      if (told.has(key)) return;
      told.add(key);
      const finding = findingAt(ofKey ? document.placeOfKey(path) : document.place(path), problem);
      pathOf.set(finding, path);
      findings.push(finding);
    },
  };
  const top = parse<FileNode>(document, fileSchema, document.data, [], findings);
  const list = isMap(document.data) && Array.isArray(document.data["cases"]) ? document.data["cases"] : [];
  const shared = top === undefined ? nothing : readHanded(reading, top, []);
  const drafts = list.flatMap((node: unknown, index) => readDraft(reading, node, ["cases", index]) ?? []);
  const unread = new Set(
    list.flatMap((node: unknown) => (isMap(node) && typeof node["name"] === "string" ? [node["name"]] : [])),
  );
  for (const { node } of drafts) unread.delete(node.name);
  const cases = completeCases(reading, shared, drafts, unread);
  const file: CaseFile = {
    file: document.file,
    cases,
    acceptedGaps: acceptedOf(top?.["accepted-gaps"], "accepted-gaps"),
    acceptedMutants: acceptedOf(top?.["accepted-mutants"], "accepted-mutants"),
  };
  return { file: top && file, findings, pathOf };
}

const acceptedOf = (nodes: readonly AcceptedNode[] = [], key: string): Accepted[] =>
  nodes.flatMap(({ what, because }, index) =>
    what.map((one, place) => ({
      what: one.trim(),
      because,
      path: [key, index, "what", ...(what.length > 1 ? [place] : [])],
    })),
  );

type HandedNode = Pick<FileNode & CaseNode, "given" | "events" | "history" | "phases" | "as-of">;

function readHanded(reading: Reading, node: Partial<HandedNode>, path: Path): Handed {
  const { names, plan, report } = reading;
  const phases = Object.entries(node.phases ?? {}).map(([phase, given]): [string, Layer | "none"] => {
    const here = [...path, "phases", phase];
    const others = (plan.phases?.list ?? []).filter((_, index) => index !== plan.phases?.result);
    if (!others.includes(phase))
      report(here, problems.phaseResult(phase, others, closest(phase, others)), true);
    return [phase, given === "" ? "none" : readLayer(names, given, here, report)];
  });
  return {
    given: readLayer(names, node.given, [...path, "given"], report),
    phases: new Map(phases),
    events: node.events?.map((event, index) => readEvent(reading, event, [...path, "events", index])),
    history: readPast(reading, node.history, [...path, "history"]),
    asOf: readDay(reading, node["as-of"], [...path, "as-of"]),
  };
}

function readDay({ report }: Reading, written: string | undefined, path: Path): Day | undefined {
  if (written === undefined) return undefined;
  const day = parseDay(written);
  if (day === undefined) report(path, problems.dateText(written));
  return day;
}

function readEvent({ plan, report }: Reading, node: unknown, path: Path): Event {
  const cells = new Map<ColumnRole, Omit<Cell, "heading">>();
  if (!isMap(node)) {
    report(path, problems.wrongType(["map"], node));
    return { cells, path };
  }
  for (const [key, text] of Object.entries(node)) {
    const here = [...path, key];
    const role = roleOf(plan, key, "events");
    if (role === undefined || !eventColumns.includes(role))
      report(here, problems.unknownKey(key, "events", eventColumns, closest(key, eventColumns)), true);
    else if (typeof text !== "string") report(here, problems.wrongType(["text"], text));
    else if (cells.has(role)) report(here, problems.caseKeyTwice(key, role), true);
    else cells.set(role, { text, path: here });
  }
  return { cells, path };
}

/** A case as far as it says itself. */
interface Draft {
  readonly node: CaseNode;
  readonly path: Path;
  readonly own: Handed;
  readonly units: readonly UnitDraft[] | undefined;
}

interface UnitDraft {
  readonly name: string;
  readonly node: UnitNode;
  readonly path: Path;
  readonly own: Handed;
}

function readDraft(reading: Reading, node: unknown, path: Path): Draft | undefined {
  if (!isMap(node)) {
    reading.report(path, problems.wrongType(["map"], node));
    return undefined;
  }
  const parsed = parse<CaseNode>(reading.document, caseSchema, node, path, reading.findings);
  if (parsed === undefined) return undefined;
  const units = Object.entries(parsed.units ?? {}).flatMap(([name, unit]): UnitDraft[] => {
    const here = [...path, "units", name];
    if (!isMap(unit) && unit !== "") {
      reading.report(here, problems.wrongType(["map"], unit));
      return [];
    }
    const read = parse<UnitNode>(
      reading.document,
      unitSchema,
      unit === "" ? {} : unit,
      here,
      reading.findings,
    );
    return read === undefined ? [] : [{ name, node: read, path: here, own: readHanded(reading, read, here) }];
  });
  return {
    node: parsed,
    path,
    own: readHanded(reading, parsed, path),
    units: parsed.units === undefined ? undefined : units,
  };
}

/** What is given later goes before what is given earlier, an earlier year as a whole; so are events. */
function onTop(below: Handed, own: Handed): Handed {
  const phases = new Map(below.phases);
  for (const [phase, layer] of own.phases) {
    const before = phases.get(phase);
    const joined =
      layer === "none" || before === undefined || before === "none" ? layer : onLayer(before, layer);
    phases.set(phase, joined);
  }
  return {
    given: onLayer(below.given, own.given),
    phases,
    events: own.events ?? below.events,
    history: new Map([...below.history, ...own.history]),
    asOf: own.asOf ?? below.asOf,
  };
}

const onLayer = (below: Layer, own: Layer): Layer => new Map([...below, ...own]);

function completeCases(
  reading: Reading,
  shared: Handed,
  drafts: readonly Draft[],
  unread: ReadonlySet<string>,
): Case[] {
  const byName = new Map<string, Draft>();
  for (const draft of drafts) {
    const { name } = draft.node;
    const before = byName.get(name);
    if (before === undefined) byName.set(name, draft);
    else {
      const { line } = reading.document.place([...before.path, "name"]).span.start;
      reading.report([...draft.path, "name"], problems.caseDuplicate(name, line));
    }
  }
  const bases = [...byName.values()].filter(({ units }) => units === undefined);
  /** What the case called `name` is given, with all it builds on; the shared part comes below it. */
  const baseOf = (name: string | undefined, path: Path, trail: readonly string[]): Handed => {
    if (name === undefined) return nothing;
    const base = bases.find(({ node }) => node.name === name);
    if (base === undefined) {
      // A case that does not read has told what is wrong with it.
      if (unread.has(name)) return nothing;
      const known = bases.map(({ node }) => node.name);
      reading.report(path, problems.caseUnknown(name, known, closest(name, known)));
      return nothing;
    }
    if (trail.includes(name)) {
      reading.report(path, problems.caseCircle([...trail, name]));
      return nothing;
    }
    return onTop(baseOf(base.node.like, [...base.path, "like"], [...trail, name]), base.own);
  };
  return drafts.map((draft) => {
    const { node, path, own } = draft;
    const below = onTop(onTop(shared, baseOf(node.like, [...path, "like"], [node.name])), own);
    const only = { name: onlyUnit, path, handed: below, expect: node.expect ?? {} };
    const several = draft.units?.map((unit) => ({
      name: unit.name,
      path: unit.path,
      handed: onTop(onTop(below, baseOf(unit.node.like, [...unit.path, "like"], [node.name])), unit.own),
      expect: unit.node.expect ?? {},
    }));
    checkExpects(reading, draft);
    return {
      name: node.name,
      path,
      asOf: below.asOf,
      units: (several ?? [only]).map((unit) => completeUnit(reading, shared, unit)),
      findings: countsOf(reading, node.expect?.findings, [...path, "expect", "findings"]),
    };
  });
}

/** What the unit of a case is called that names none. */
const onlyUnit = "单位/unit";

/** A case must expect something, and of several units it must say which it means. */
function checkExpects({ report }: Reading, { node, path, units }: Draft): void {
  const { findings, ...ofUnit } = node.expect ?? {};
  const keys = Object.keys(ofUnit);
  if (units !== undefined)
    for (const key of keys) report([...path, "expect", key], problems.caseExpectsOfSeveral(key), true);
  const expected = keys.length > 0 || units?.some((unit) => Object.keys(unit.node.expect ?? {}).length > 0);
  if (expected !== true && findings === undefined)
    report([...path, "expect"], problems.caseExpectsNothing(node.name));
}

interface UnitParts {
  readonly name: string;
  readonly path: Path;
  readonly handed: Handed;
  readonly expect: ExpectNode;
}

function completeUnit(reading: Reading, shared: Handed, { name, path, handed, expect }: UnitParts): CaseUnit {
  const { plan, report } = reading;
  const columns = [...handed.given.values()].flatMap(({ slot, node, path: at }): Cell[] => {
    if (!("column" in slot)) return [];
    if (typeof node === "string") return [{ heading: slot.column, text: node, path: at }];
    report(at, problems.caseSeveral(slot.column, 0));
    return [];
  });
  const values = [...handed.given.values()].flatMap((given) => rowsOf(plan, given, undefined, report));
  const others = [...handed.phases].flatMap(([phase, layer]) =>
    layer === "none"
      ? []
      : // Every run starts from what all cases share.
        [...onLayer(shared.given, layer).values()].flatMap((given) => rowsOf(plan, given, phase, report)),
  );
  return {
    name,
    path,
    columns,
    values: [...values, ...others],
    events: handed.events ?? [],
    history: [...handed.history.values()],
    expected: readExpected(reading, expect, [...path, "expect"]),
  };
}

function countsOf(
  { report }: Reading,
  written: readonly string[] | Readonly<Record<string, string>> | undefined,
  path: Path,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (written === undefined) return counts;
  if (Array.isArray(written)) {
    for (const code of written) counts.set(code, (counts.get(code) ?? 0) + 1);
    return counts;
  }
  for (const [code, count] of Object.entries(written)) {
    if (/^\d{1,5}$/.test(count)) counts.set(code, Number(count));
    else report([...path, code], problems.rubricWhole(count));
  }
  return counts;
}

function readExpected(reading: Reading, expect: ExpectNode, path: Path): Expected[] {
  const { plan, names, report } = reading;
  const expected: Expected[] = [];
  const number = (written: string | undefined, at: Path): Rational | undefined => {
    const value = written === undefined ? undefined : parseFigure(written);
    if (written !== undefined && value === undefined) report(at, problems.caseNumber(written));
    return value;
  };
  for (const kind of ["total", "exact"] as const) {
    const value = number(expect[kind], [...path, kind]);
    if (value !== undefined) expected.push({ kind, value, path: [...path, kind] });
  }
  const { rank, outcome, reasons } = expect;
  if (rank !== undefined) {
    const at = [...path, "rank"];
    if (/^[1-9]\d{0,5}$/.test(rank)) expected.push({ kind: "rank", rank: Number(rank), path: at });
    else report(at, problems.caseRank(rank));
  }
  if (outcome !== undefined) {
    const at = [...path, "outcome"];
    const known = outcomeNames(plan);
    if (!known.includes(outcome))
      report(at, problems.unknownWord("outcome", outcome, known, closest(outcome, known)));
    expected.push({ kind: "outcome", outcome, path: at });
  }
  if (reasons !== undefined) expected.push({ kind: "reasons", reasons, path: [...path, "reasons"] });
  expected.push(...readStanding(reading, expect, path));
  for (const [name, written] of Object.entries(expect.points ?? {})) {
    const at = [...path, "points", name];
    const scored = names.scored(name);
    const value = number(written, at);
    if (isProblem(scored)) report(at, scored, true);
    else if (value !== undefined) expected.push({ kind: "points", scored, value, path: at });
  }
  for (const [name, word] of Object.entries(expect.states ?? {})) {
    const at = [...path, "states", name];
    const scored = names.scored(name);
    const state = states.find((known) => known === word);
    if (isProblem(scored)) report(at, scored, true);
    else if (!("node" in scored) || plan.nodes[scored.node]?.kind !== "leaf") {
      const leaves = plan.leaves.map(({ id }) => id);
      report(at, problems.unknownReference("indicator", name, leaves, closest(name, leaves)), true);
    } else if (state === undefined)
      report(at, problems.unknownWord(name, word, states, closest(word, states)));
    else expected.push({ kind: "state", node: scored.node, state, path: at });
  }
  return expected;
}

/** For nothing: no title, no day, no mark. */
const noneWords: readonly string[] = ["none", "无"];

/** What the decision should leave the unit with: titles, days, and marks. */
function readStanding({ plan, report }: Reading, expect: ExpectNode, path: Path): Expected[] {
  const expected: Expected[] = [];
  const dayOf = (written: string, at: Path): Day | undefined => {
    const day = parseDay(written);
    if (day === undefined) report(at, problems.dateText(written));
    return day;
  };
  const { titles, marks } = expect;
  if (titles !== undefined) {
    const at = [...path, "titles"];
    const known = plan.titles.map(({ name }) => name);
    const ends = Array.isArray(titles)
      ? titles.map((name): [string, undefined] => [name, undefined])
      : Object.entries(titles).map(([name, end]): [string, Day | "without-end" | undefined] => [
          name,
          noneWords.includes(end) ? "without-end" : dayOf(end, [...at, name]),
        ]);
    const isNone = ends.length === 1 && noneWords.includes(ends[0]?.[0] ?? "");
    const named = isNone ? [] : ends;
    for (const [name] of named)
      if (!known.includes(name))
        report(at, problems.unknownWord("titles", name, known, closest(name, known)));
    expected.push({ kind: "titles", titles: new Map(named), path: at });
  }
  for (const kind of daysLeft) {
    const written = expect[kind];
    if (written === undefined) continue;
    const at = [...path, kind];
    const day = noneWords.includes(written) ? undefined : dayOf(written, at);
    expected.push({ kind, day, path: at });
  }
  if (marks !== undefined) {
    const kinds = marks.flatMap((word) => (word === "none" ? [] : [word]));
    expected.push({ kind: "marks", marks: kinds, path: [...path, "marks"] });
  }
  return expected;
}

/** A decimal, or a fraction of two decimals. */
function parseFigure(written: string): Rational | undefined {
  const [numerator, denominator, ...more] = written.split("/").map((part) => parseDecimal(part.trim()));
  if (!written.includes("/") || numerator === undefined) return numerator;
  if (more.length > 0) return undefined;
  return denominator === undefined || isZero(denominator) ? undefined : divide(numerator, denominator);
}
