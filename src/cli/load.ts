import { type Day, parseDay } from "../base/date.ts";
import type { Language } from "../base/language.ts";
import { collect } from "../evidence/collect.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { placeCells } from "../evidence/place-cells.ts";
import { problems } from "../findings/catalog.ts";
import { compareFindings, type Finding, inFile, isError, type Outcome } from "../findings/finding.ts";
import type { InputFile } from "../report/reporter.ts";
import { compileRubric } from "../rubric/compile.ts";
import { parseRubricDocument, type RubricDocument } from "../rubric/document.ts";
import type { Plan } from "../rubric/plan.ts";
import { readRubric } from "../rubric/read.ts";
import { type Io, reasonOf } from "./io.ts";
import type { DataOptions } from "./options.ts";
import { createProgress } from "./progress.ts";
import { digestedSource, findSources, readTextFile, textAgain, unreadable } from "./sources.ts";

/** A rubric as the commands need it: what it plans, and where each part of it stands. */
export interface LoadedRubric {
  readonly plan: Plan;
  readonly document: RubricDocument;
  readonly sha256: string;
}

/** A stage of a run. `usage` marks faults of the command line or of missing files, which exit with 2. */
export type Loaded<T> = Outcome<T> & { readonly usage?: boolean };

/** Rubric text → document → Rubric → Plan. */
export function planRubric(path: string, text: string): Outcome<{ plan: Plan; document: RubricDocument }> {
  const document = parseRubricDocument(path, text);
  if (!document.ok) return document;
  const rubric = readRubric(document.value);
  if (!rubric.ok) return rubric;
  const plan = compileRubric(document.value, rubric.value);
  if (!plan.ok) return plan;
  const findings = [...document.findings, ...rubric.findings, ...plan.findings];
  return { ok: true, value: { plan: plan.value, document: document.value }, findings };
}

/** Far more (in bytes) than any rubric has: what is longer is refused, and need not be read to its end. */
const mostOfRubric = 1 << 23;

export async function loadRubric(io: Io, path: string): Promise<Loaded<LoadedRubric>> {
  const file = await readTextFile(io, path, mostOfRubric);
  if (!("text" in file)) return { ok: false, findings: [file], usage: true };
  const planned = planRubric(path, file.text);
  return planned.ok ? { ...planned, value: { ...planned.value, sha256: file.sha256 } } : planned;
}

export interface LoadedEvidence {
  readonly evidence: Evidence;
  readonly inputs: readonly InputFile[];
  /** The day windows are counted from. */
  readonly asOf: Day | undefined;
}

/** Finds and reads the register and the submissions. */
export async function loadEvidence(
  io: Io,
  plan: Plan,
  submissions: readonly string[],
  options: DataOptions,
  language: Language,
): Promise<Loaded<LoadedEvidence>> {
  const register = await findNamed(io, options.units);
  const events = await findNamed(io, options.events);
  const found = await findSources(io, submissions, [...register.paths, ...events.paths]);
  const asOf = readAsOf(plan, options.asOf);
  const faults = [...register.findings, ...events.findings, ...found.findings, ...asOf.findings];
  const usage = faults.some(isError);
  if (usage && found.paths.length === 0) return { ok: false, findings: faults, usage };
  const sources = found.paths.map((path) => digestedSource(io, path));
  const [units, happened] = [register, events].map(({ paths: [path] }) => path && digestedSource(io, path));
  const progress = createProgress(io, options, language);
  const collected = await collect({
    plan,
    submissions: sources,
    register: units || undefined,
    events: happened || undefined,
    onProgress: progress.rows,
  }).catch((error: unknown) => {
    const path = (error as { path?: unknown }).path;
    if (typeof path !== "string") throw error; // not about a file: a fault of ours
    return inFile(path, problems.fileUnreadable(reasonOf(error)));
  });
  progress.done();
  if ("code" in collected) return { ok: false, findings: [...faults, collected], usage: true };
  // The files that were found are looked at all the same: nobody should have to run the tool twice. But
  // what seems to be missing may stand in the file that was not found.
  if (usage) return { ok: false, findings: [...faults, ...collected.findings.filter(isError)], usage };
  const findings = [...faults, ...collected.findings];
  if (!collected.ok) return { ok: false, findings, usage };
  const rows = new Map(collected.value.files.map((file) => [file.name, file.rows]));
  const named = [units, happened].flatMap((source) => source || []);
  const inputs = [...named, ...sources].map((source) => ({
    path: source.name,
    sha256: source.sha256(),
    rows: rows.get(source.name) ?? 0,
  }));
  return { ok: true, value: { evidence: collected.value, inputs, asOf: asOf.day }, findings };
}

/** A file named by an option, which must be there. */
async function findNamed(
  io: Io,
  path: string | undefined,
): Promise<{ paths: readonly string[]; findings: readonly Finding[] }> {
  if (path === undefined) return { paths: [], findings: [] };
  const problem = await unreadable(io, path);
  return problem === undefined ? { paths: [path], findings: [] } : { paths: [], findings: [problem] };
}

/** The reference date: needed where the rubric counts time from it, and never taken from the clock. */
function readAsOf(
  plan: Plan,
  written: string | undefined,
): { day: Day | undefined; findings: readonly Finding[] } {
  if (written === undefined) {
    return { day: undefined, findings: plan.events.needsAsOf ? [problems.asOfMissing()] : [] };
  }
  const day = parseDay(written);
  return { day, findings: day === undefined ? [problems.asOfText(written)] : [] };
}

/** Findings in order, those about cells with their columns; `texts` are the files they are about. */
export async function placeFindings(
  io: Io,
  findings: readonly Finding[],
): Promise<{ findings: Finding[]; texts: ReadonlyMap<string, string> }> {
  const texts = new Map<string, string>();
  const files = new Set(
    findings.flatMap(({ file, span, cell }) =>
      file !== undefined && (span !== undefined || cell !== undefined) ? [file] : [],
    ),
  );
  for (const file of files) {
    const text = await textAgain(io, file);
    if (text !== undefined) texts.set(file, text);
  }
  const sorted = [...findings].sort(compareFindings);
  const placed = new Map<Finding, Finding>();
  for (const [file, text] of texts) {
    const own = sorted.filter((finding) => finding.file === file);
    placeCells(own, text).forEach((finding, index) => {
      const before = own[index];
      if (before !== undefined) placed.set(before, finding);
    });
  }
  return { findings: sorted.map((finding) => placed.get(finding) ?? finding), texts };
}
