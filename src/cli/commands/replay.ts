import { closest } from "../../base/closest.ts";
import { yearOf } from "../../base/date.ts";
import type { Language } from "../../base/language.ts";
import type { EvidenceFile } from "../../evidence/evidence.ts";
import type { Source } from "../../evidence/rows.ts";
import { problems } from "../../findings/catalog.ts";
import { eachOnce, type Finding, inFile, isError } from "../../findings/finding.ts";
import { compareYears } from "../../replay/compare.ts";
import { type ReplayFormat, replayFormats, replayReporters } from "../../replay/formats/index.ts";
import type { ReplayFacts, ReplayReport, ReplayReporter } from "../../replay/formats/report.ts";
import { readRecorded } from "../../replay/recorded.ts";
import { type Replay, type ReplayedYear, replay, type YearInput } from "../../replay/replay.ts";
import { plainStyle } from "../../report/reporter.ts";
import { outcomeNames } from "../../rubric/outcome-names.ts";
import type { Plan } from "../../rubric/plan.ts";
import { name, version } from "../../version.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { type Io, reasonOf } from "../io.ts";
import { type LoadedRubric, loadTimeline, placeFindings, type RubricRead } from "../load.ts";
import { languageOf, styleOf, widthFor } from "../options.ts";
import { deliver, fileWidth, type Output, planOutputs } from "../outputs.ts";
import { type DigestedSource, digestedSource, findHistory } from "../sources.ts";
import { codeFor, judged, tell } from "../tell.ts";
import { findYears, outputsInYears, type YearFolder } from "../year-folders.ts";
import type { ScoreOptions } from "./score.ts";

/** What is read for one year. */
interface Year {
  readonly folder: YearFolder;
  readonly read: RubricRead;
  readonly input: YearInput;
  readonly sources: readonly DigestedSource[];
}

/** Scores all the years of a folder in order, each from what the ones before it have left. */
export async function runReplay(
  io: Io,
  rubricPath: string,
  folder: string,
  options: ScoreOptions,
): Promise<ExitCode> {
  const language = languageOf(io, options.lang);
  const timeline = await loadTimeline(io, rubricPath);
  const planned = await planOutputs(io, options.output ?? [], timeline.files, replayReporters);
  const paths = planned.outputs.map(({ path }) => path);
  const history = await findHistory(io, options.history ?? [], paths);
  const found = await findYears(io, folder, [...history.paths, ...paths]);
  const years = found.years.map((one, index) =>
    yearOfFolder(io, one, timeline.at(one.asOf), found.years[index - 1]),
  );
  const inputs = years.flatMap(({ sources }) => sources.map((source) => source.name));
  // Only now are all the files known that no output may replace.
  const files = [...timeline.files, ...history.paths, ...inputs];
  const { findings: outputFaults } = await planOutputs(io, options.output ?? [], files, replayReporters);
  const refused = outputFaults.map(({ file }) => file);
  const others = paths.filter((path) => !refused.includes(path));
  outputFaults.push(...(await outputsInYears(io, others, found.years)));
  const plans = years.flatMap(({ read }) => (read.ok ? [read.value.plan] : []));
  const usage = [...outputFaults, ...formatFaults(options), ...history.findings, ...found.findings];
  usage.push(...(plans.length === years.length ? unknownOutcomes(plans, options.failOn ?? []) : []));
  usage.push(...gaps(folder, years), ...withoutRegister(years));
  const rubricFaults = [...new Set(years.map(({ read }) => read))].flatMap(({ findings }) => findings);
  const before = [...usage, ...rubricFaults];

  const done = await replayed(years, language, options);
  if ("code" in done)
    return codeFor(await tell(io, judged([...before, done], options.strict), options, language), true);
  const world = carrying(io, done);
  const recorded = await compared(io, history.paths, plans.at(-1));
  const all = [...before, ...done.years.flatMap(({ findings }) => findings), ...recorded.findings];
  const told = await tell(world, judged(eachOnce(all), options.strict), options, language);
  const wrongUse = usage.some(isError) || years.some(({ read }) => !read.ok && read.usage === true);
  if (wrongUse || !done.complete || told.some(isError)) return codeFor(told, wrongUse);
  const last = years.at(-1)?.read;
  if (last?.ok !== true) return exitCode.failure; // a folder without years has been told of
  const placed = await Promise.all(
    done.years.map(
      async (one): Promise<ReplayedYear> => ({
        ...one,
        findings: (await placeFindings(world, one.findings)).findings,
      }),
    ),
  );
  const { id, title, version: edition } = last.value.plan.rubric;
  const report: ReplayReport = {
    rubric: { id, title, version: edition },
    years: placed,
    comparison: recorded.sources.length === 0 ? undefined : compareYears(placed, recorded.rows),
  };
  const facts: ReplayFacts = {
    tool: { name, version },
    rubricSha256: last.value.sha256,
    inputs: inputFiles(last.value, years, done, recorded),
    findings: (
      await placeFindings(world, judged(eachOnce([...before, ...recorded.findings]), options.strict))
    ).findings,
  };
  return show(io, report, facts, planned.outputs, options, language);
}

/** The files of a year as sources, each read once. */
function yearOfFolder(io: Io, folder: YearFolder, read: RubricRead, before: YearFolder | undefined): Year {
  const sources: DigestedSource[] = [];
  const sourceOf = (path: string): Source => {
    const source = digestedSource(io, path);
    sources.push(source);
    return source;
  };
  const { register, events, overrides, submissions } = folder;
  const input: YearInput = {
    name: folder.path,
    asOf: folder.asOf,
    afterGap: before !== undefined && missingBetween(before, folder, everyOf(read)).length > 0,
    plan: read.ok ? read.value.plan : undefined,
    register: register === undefined ? undefined : sourceOf(register),
    submissions: submissions?.map(sourceOf),
    events: events === undefined ? undefined : sourceOf(events),
    overrides: overrides === undefined ? undefined : sourceOf(overrides),
    findings: folder.findings,
  };
  return { folder, read, input, sources };
}

async function replayed(
  years: readonly Year[],
  language: Language,
  { strict }: ScoreOptions,
): Promise<Replay | Finding> {
  try {
    const judge = (findings: readonly Finding[]): readonly Finding[] => judged(findings, strict);
    return await replay(
      years.map(({ input }) => input),
      { language, judge },
    );
  } catch (error) {
    const path = (error as { path?: unknown }).path;
    if (typeof path !== "string") throw error; // not about a file: a fault of ours
    return inFile(path, problems.fileUnreadable(reasonOf(error)));
  }
}

/** The world with the files that there are only between one year and the next. */
function carrying(io: Io, { texts }: Replay): Io {
  return {
    ...io,
    readBytes: async (path, most) => {
      const text = texts.get(path);
      return text === undefined ? io.readBytes(path, most) : new TextEncoder().encode(text);
    },
  };
}

async function compared(io: Io, paths: readonly string[], plan: Plan | undefined) {
  const sources = paths.map((path) => digestedSource(io, path));
  if (plan === undefined || sources.length === 0) return { rows: [], findings: [], files: [], sources: [] };
  return { ...(await readRecorded(plan, sources)), sources };
}

/** Not every format of one year is one of several. */
function formatFaults({ format }: ScoreOptions): Finding[] {
  return replayFormats.some((known) => known === format)
    ? []
    : [problems.replayFormat(format, replayFormats)];
}

function unknownOutcomes(plans: readonly Plan[], wanted: readonly string[]): Finding[] {
  const known = [...new Set(plans.flatMap(outcomeNames))];
  return wanted.flatMap((outcome) =>
    known.includes(outcome) ? [] : [problems.outcomeUnknown(outcome, known, closest(outcome, known))],
  );
}

/** Years that are missing between the first and the last. */
function gaps(folder: string, years: readonly Year[]): Finding[] {
  const every = everyOf(years.findLast(({ read }) => read.ok)?.read);
  const missing = years.flatMap((year, index) => {
    const before = years[index - 1];
    return before === undefined ? [] : missingBetween(before.folder, year.folder, every);
  });
  return missing.length === 0 ? [] : [inFile(folder, problems.replayGap(missing, every))];
}

const everyOf = (read: RubricRead | undefined): number =>
  read?.ok === true ? read.value.plan.years.every : 1;

function missingBetween(before: YearFolder, after: YearFolder, every: number): readonly number[] {
  const missing: number[] = [];
  for (let year = yearOf(before.asOf) + every; year < yearOf(after.asOf); year += every) missing.push(year);
  return missing;
}

/** Titles must begin somewhere. */
function withoutRegister([first]: readonly Year[]): Finding[] {
  if (first === undefined || first.folder.register !== undefined) return [];
  return first.read.ok && first.read.value.plan.titles.length > 0
    ? [inFile(first.folder.path, problems.replayRegister())]
    : [];
}

function inputFiles(
  rubric: LoadedRubric,
  years: readonly Year[],
  { years: done }: Replay,
  recorded: { readonly files: readonly EvidenceFile[]; readonly sources: readonly DigestedSource[] },
): ReplayFacts["inputs"] {
  const published = recorded.files.map((file) => [file.name, file.rows] as const);
  const rows = new Map(
    done.flatMap(({ assessment, registerRows }, index) => {
      const counted = (assessment?.evidence.files ?? []).map((file) => [file.name, file.rows] as const);
      const register = years[index]?.folder.register;
      return register === undefined ? counted : [...counted, [register, registerRows] as const];
    }),
  );
  for (const [path, count] of published) rows.set(path, count);
  const all = [...years.flatMap(({ sources }) => sources), ...recorded.sources];
  const files = all.map((source) => ({
    path: source.name,
    sha256: source.sha256(),
    rows: rows.get(source.name) ?? 0,
  }));
  return [...rubric.bases, ...files];
}

async function show(
  io: Io,
  report: ReplayReport,
  facts: ReplayFacts,
  outputs: readonly Output<ReplayFormat>[],
  options: ScoreOptions,
  language: Language,
): Promise<ExitCode> {
  const files = outputs.map(({ path, format }) => {
    const reporter: ReplayReporter = replayReporters[format];
    const text = reporter.render(report, facts, { language, width: fileWidth, style: plainStyle });
    return { path, text, isCsv: reporter.isCsv === true };
  });
  const screen = { language, width: widthFor(io.out), style: styleOf(io, io.out, options.color) };
  const format = replayFormats.find((known) => known === options.format) ?? "table";
  const shown = replayReporters[format].render(report, facts, screen);
  if (!(await deliver(io, { files, shown }, options, language))) return exitCode.failure;
  const hit = report.years.some(({ assessment }) =>
    assessment?.results.some(
      ({ outcome }) => outcome !== undefined && options.failOn?.includes(outcome) === true,
    ),
  );
  return hit ? exitCode.findings : exitCode.ok;
}
