import { type Assessment, assess } from "../assess.ts";
import { type Day, formatDay, parseDay } from "../base/date.ts";
import type { Language } from "../base/language.ts";
import { always, dayIn, isWithinPeriod, type Period } from "../base/period.ts";
import { withSeverities } from "../check/severity.ts";
import { readSilences, type Silence, silenced } from "../check/silence.ts";
import { collect } from "../evidence/collect.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { placeCells } from "../evidence/place-cells.ts";
import { problems } from "../findings/catalog.ts";
import {
  compareFindings,
  type Finding,
  inFile,
  isError,
  notAtPlaceOf,
  type Outcome,
  outcomeOf,
} from "../findings/finding.ts";
import type { InputFile } from "../report/reporter.ts";
import { compileRubric } from "../rubric/compile.ts";
import { datedFindings, documentAt, isDated, versionsOf } from "../rubric/dated.ts";
import { findingAt, parseRubricDocument, placeOrigins, type RubricDocument } from "../rubric/document.ts";
import { asMeant } from "../rubric/meant.ts";
import { baseOf, mergeOverlay } from "../rubric/overlay.ts";
import type { Plan } from "../rubric/plan.ts";
import { readRubric } from "../rubric/read.ts";
import type { Rubric } from "../rubric/schema.ts";
import { type Io, reasonOf } from "./io.ts";
import type { DataOptions } from "./options.ts";
import { createProgress } from "./progress.ts";
import {
  besideFile,
  digestedSource,
  findHistory,
  findSources,
  readTextFile,
  type TextFile,
  textAgain,
  unreadable,
} from "./sources.ts";

/** A rubric that reads and compiles: what it says, what it plans, and where each part of it stands. */
export interface PlannedRubric {
  readonly rubric: Rubric;
  readonly plan: Plan;
  readonly document: RubricDocument;
}

/** A rubric as the commands need it. */
export interface LoadedRubric extends PlannedRubric {
  readonly sha256: string;
  /** The files it extends, the nearest first. */
  readonly bases: readonly InputFile[];
}

/** A stage of a run. `usage` marks faults of the command line or of missing files, which exit with 2. */
export type Loaded<T> = Outcome<T> & { readonly usage?: boolean };

/** A rubric; or what stands in its way, with what can be looked at all the same where that is little. */
type Planned = Loaded<PlannedRubric> & { readonly likely?: LikelyRubric };

/** What a rubric would be but for slips of which it is clear what was meant, or for sums that do not agree. */
export interface LikelyRubric extends PlannedRubric {
  /** Whether the sums agree. */
  readonly agreed: boolean;
}

/** Rubric text → document → Rubric → Plan; of what holds for a time, that of the day `asOf`. */
export const planRubric = (path: string, text: string, asOf?: string): Outcome<PlannedRubric> =>
  planVersion(parseRubricDocument(path, text), asOf);

/** So often is what was meant looked at for what else is wrong. */
const mostMeant = 5;

/** The rest of that road; `before` is what was found on the way here. */
function planDocument(document: RubricDocument, before: readonly Finding[], meant = mostMeant): Planned {
  const read = readRubric(document);
  const plan = read.ok ? compileRubric(document, read.value) : undefined;
  const found = [...before, ...read.findings, ...(plan?.findings ?? [])];
  const findings = read.ok ? withSeverities(found, read.value) : found;
  const of = (plan: Plan | undefined): PlannedRubric | undefined =>
    read.ok && plan !== undefined ? { rubric: read.value, plan, document } : undefined;
  const planned = outcomeOf(plan?.ok ? of(plan.value) : undefined, findings);
  if (planned.ok) return planned;
  const unagreed = of(plan?.unagreed);
  if (unagreed !== undefined) return { ...planned, likely: { ...unagreed, agreed: plan?.ok === true } };
  const again = meant === 0 ? undefined : asMeant(document, plan?.slips ?? read.slips);
  if (again === undefined) return planned;
  const rest = planDocument(again, [], meant - 1);
  const likely = rest.ok ? { ...rest.value, agreed: true } : rest.likely;
  return {
    ...planned,
    findings: [...findings, ...notAtPlaceOf(rest.findings, findings)],
    ...(likely && { likely }),
  };
}

/** Far more (in bytes) than any rubric has: what is longer is refused, and need not be read to its end. */
const mostOfRubric = 1 << 23;

/** What came of reading a rubric, whether or not the files make one. */
export type RubricRead = Loaded<LoadedRubric> & {
  /** What it would be but for little: to be looked at, not to judge by. */
  readonly likely?: LikelyRubric;
  /** All the files that were read for it: no output may replace them. */
  readonly files: readonly string[];
  /** What its authors have allowed, and which of that had something to silence. */
  readonly silences: readonly Silence[];
  readonly silenced: ReadonlySet<Silence>;
  /** The rubric with all that holds at any time; undefined where it does not read. */
  readonly whole: RubricDocument | undefined;
  /** Whether some of it holds for a time only. */
  readonly dated: boolean;
  /** The days of this version, where the rubric has several. */
  readonly valid?: Period;
};

/** A rubric as it stood on the day `asOf`, where some of it holds for a time only. */
export async function loadRubric(io: Io, path: string, asOf?: string): Promise<RubricRead> {
  const merged = await readMerged(io, path);
  return readOf(merged, planVersion(merged.document, asOf));
}

/**
 * Every version of a rubric, in order, or that of the day `asOf`. There is one where nothing in it holds
 * for a time only, or where it does not read.
 */
export async function loadVersions(io: Io, path: string, asOf?: string): Promise<readonly RubricRead[]> {
  const merged = await readMerged(io, path);
  const { document } = merged;
  if (asOf !== undefined) return [readOf(merged, planVersion(document, asOf))];
  const whole = wholeOf(document);
  if (!whole.ok || !isDated(whole.value)) return [readOf(merged, planVersion(document, undefined))];
  return versionsOf(whole.value).map((valid) => ({
    ...readOf(merged, planVersion(document, formatDay(dayIn(valid)))),
    valid,
  }));
}

/**
 * A rubric as it stood on any day: its files are read once, and each version of it is compiled once. The
 * `files` are all that were read for it.
 */
export async function loadTimeline(
  io: Io,
  path: string,
): Promise<{ readonly files: readonly string[]; at(day: Day): RubricRead }> {
  const merged = await readMerged(io, path);
  const whole = wholeOf(merged.document);
  const versions = whole.ok && isDated(whole.value) ? versionsOf(whole.value) : [always];
  const known = new Map<Period, RubricRead>();
  return {
    files: [path, ...merged.bases.map((base) => base.path)],
    at: (day) => {
      const version = versions.find((one) => isWithinPeriod(day, one));
      const before = version && known.get(version);
      if (before !== undefined) return before;
      const read = readOf(merged, planVersion(merged.document, formatDay(day)));
      if (version !== undefined) known.set(version, read);
      return read;
    },
  };
}

/** The files of a rubric put together, before any day has been picked. */
interface MergedFiles {
  readonly path: string;
  readonly file: TextFile | undefined;
  readonly bases: readonly TextFile[];
  readonly silences: readonly Silence[];
  readonly document: Loaded<RubricDocument>;
}

async function readMerged(io: Io, path: string): Promise<MergedFiles> {
  const file = await readTextFile(io, path, mostOfRubric);
  if (!("text" in file))
    return {
      path,
      file: undefined,
      bases: [],
      silences: [],
      document: { ok: false, findings: [file], usage: true },
    };
  const bases: TextFile[] = [];
  const document = await mergeBases(io, file, bases, [{ path, identity: await io.identify(path) }]);
  const silences = [file, ...bases].flatMap((read) => readSilences(read.path, read.text));
  return { path, file, bases, silences, document };
}

/** What came of it, without what its authors have allowed. */
function readOf({ path, file, bases, silences, document }: MergedFiles, planned: Planned): RubricRead {
  const files = [path, ...bases.map((base) => base.path)];
  const { findings, used } = silenced(planned.findings, silences);
  const dated = document.ok && isDated(document.value);
  const whole = document.ok ? document.value : undefined;
  const read = { findings, files, silences, silenced: used, dated, whole };
  if (!planned.ok || file === undefined) return { ...planned, ...read, ok: false };
  const inputs = bases.map((base) => ({ path: base.path, sha256: base.sha256, rows: 0 }));
  return { ...planned, ...read, value: { ...planned.value, sha256: file.sha256, bases: inputs } };
}

/** A document whose periods are sound. What holds for a time is read as a whole first, whichever day is asked for. */
function wholeOf(document: Loaded<RubricDocument>): Loaded<RubricDocument> {
  if (!document.ok || !isDated(document.value)) return document;
  const read = readRubric(document.value);
  const faults = read.ok ? datedFindings(document.value) : read.findings;
  return faults.length === 0 ? document : { ok: false, findings: [...document.findings, ...faults] };
}

function planVersion(document: Loaded<RubricDocument>, asOf: string | undefined): Planned {
  const whole = wholeOf(document);
  if (!whole.ok) return whole;
  if (!isDated(whole.value)) return planDocument(whole.value, whole.findings);
  const day = asOf === undefined ? undefined : parseDay(asOf);
  const at = day === undefined ? undefined : documentAt(whole.value, day);
  if (at !== undefined) return planDocument(at, whole.findings);
  const [first, last] = [versionsOf(whole.value)[0], versionsOf(whole.value).at(-1)];
  const problem =
    asOf === undefined
      ? problems.asOfForDated()
      : day === undefined
        ? problems.asOfText(asOf)
        : problems.asOfOutside(formatDay(day), { from: first?.from, to: last?.to });
  return { ok: false, findings: [...whole.findings, problem], usage: true };
}

/** The document of a file on top of those it extends, which are added to `bases`. `trail` leads to this file. */
async function mergeBases(
  io: Io,
  file: TextFile,
  bases: TextFile[],
  trail: readonly { readonly path: string; readonly identity: string }[],
): Promise<Loaded<RubricDocument>> {
  const document = parseRubricDocument(file.path, file.text);
  if (!document.ok) return document;
  const base = baseOf(document.value);
  if (!base.ok) return { ok: false, findings: [...document.findings, ...base.findings] };
  if (base.value === "none") return document;
  const { path: written, place } = base.value;
  const path = besideFile(file.path, written);
  const identity = await io.identify(path);
  if (trail.some((before) => before.identity === identity)) {
    const circle = [...trail.map((before) => before.path), path];
    return { ok: false, findings: [...document.findings, findingAt(place, problems.extendsCircle(circle))] };
  }
  const below = await readTextFile(io, path, mostOfRubric);
  if (!("text" in below)) {
    const { message, hint } = below;
    const own = problems.baseUnreadable(path, message.zh, message.en);
    // To look at the folder one is in, as for other files, would not help here.
    const problem = hint?.zh === problems.fileMissing(undefined).hint?.zh ? own : { ...own, hint };
    return { ok: false, findings: [...document.findings, findingAt(place, problem)], usage: true };
  }
  bases.push(below);
  const merged = await mergeBases(io, below, bases, [...trail, { path, identity }]);
  if (!merged.ok) return { ...merged, findings: [...document.findings, ...merged.findings] };
  const overlaid = mergeOverlay(merged.value, document.value);
  return { ...overlaid, findings: [...document.findings, ...merged.findings, ...overlaid.findings] };
}

export interface LoadedEvidence {
  readonly evidence: Evidence;
  readonly inputs: readonly InputFile[];
  /** The day windows are counted from. */
  readonly asOf: Day | undefined;
}

/** Finds and reads the register, the submissions, events and earlier years; `outputs` are no earlier years. */
export async function loadEvidence(
  io: Io,
  plan: Plan,
  submissions: readonly string[],
  options: DataOptions,
  language: Language,
  outputs: readonly string[] = [],
): Promise<Loaded<LoadedEvidence>> {
  const register = await findNamed(io, options.units);
  const events = await findNamed(io, options.events);
  const overrides = await findNamed(io, options.overrides);
  const history = await findHistory(io, options.history ?? [], outputs);
  const beside = [register, events, overrides, history];
  const found = await findSources(
    io,
    submissions,
    beside.flatMap(({ paths }) => paths),
  );
  const asOf = readAsOf(plan, options);
  const faults = [...beside, found, asOf].flatMap(({ findings }) => findings);
  const usage = faults.some(isError);
  if (usage && found.paths.length === 0) return { ok: false, findings: faults, usage };
  const sources = found.paths.map((path) => digestedSource(io, path));
  const [units, happened, changed] = [register, events, overrides].map(
    ({ paths: [path] }) => path && digestedSource(io, path),
  );
  const years = history.paths.map((path) => digestedSource(io, path));
  const progress = createProgress(io, options, language);
  const collected = await collect({
    plan,
    submissions: sources,
    register: units || undefined,
    events: happened || undefined,
    history: options.history && years,
    overrides: changed || undefined,
    asOf: asOf.day,
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
  const undated = asOf.findings.map(({ code }) => code);
  const others = collected.findings.filter((finding) => isError(finding) && !undated.includes(finding.code));
  if (usage) return { ok: false, findings: [...faults, ...others], usage };
  const findings = [...faults, ...collected.findings];
  // Earlier years that are not given are a file that is missing.
  const missing = problems.historyMissing().code;
  if (!collected.ok) return { ok: false, findings, usage: findings.some(({ code }) => code === missing) };
  const rows = new Map(collected.value.files.map((file) => [file.name, file.rows]));
  const named = [units, happened, changed].flatMap((source) => source || []);
  const inputs = [...named, ...years, ...sources].map((source) => ({
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
  { asOf: written, history }: DataOptions,
): { day: Day | undefined; findings: readonly Finding[] } {
  if (written === undefined) {
    const needed = plan.events.needsAsOf ? problems.asOfMissing() : history && problems.asOfForHistory();
    return { day: undefined, findings: needed === undefined ? [] : [needed] };
  }
  const day = parseDay(written);
  return { day, findings: day === undefined ? [problems.asOfText(written)] : [] };
}

/** The whole calculation; what it finds about the rubric stands where the rubric says it. */
export function assessWith(
  { plan, document }: PlannedRubric,
  { evidence, asOf }: LoadedEvidence,
): Outcome<Assessment> {
  const assessed = assess(plan, evidence, asOf);
  return { ...assessed, findings: placeOrigins(document, assessed.findings) };
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
