import { type Day, dayOf, parseDay, yearOf } from "../base/date.ts";
import { compareText } from "../base/order.ts";
import { problems } from "../findings/catalog.ts";
import { type Finding, inFile } from "../findings/finding.ts";
import { type Io, reasonOf } from "./io.ts";
import { isHidden } from "./sources.ts";

/** The files of one year of a replay. */
export interface YearFolder {
  readonly path: string;
  readonly asOf: Day;
  readonly register: string | undefined;
  readonly events: string | undefined;
  readonly overrides: string | undefined;
  /** The note that says that nobody was assessed, if there is one. */
  readonly note: string | undefined;
  /** None where it is said that nobody was assessed. */
  readonly submissions: readonly string[] | undefined;
  readonly findings: readonly Finding[];
}

export interface FoundYears {
  readonly years: readonly YearFolder[];
  /** What is wrong with the folder itself. */
  readonly findings: readonly Finding[];
}

/** The years of a folder in order: each subfolder is named for a year, or for its reference date. */
export async function findYears(io: Io, written: string, others: readonly string[]): Promise<FoundYears> {
  const folder = written.replace(/(?<=.)[/\\]+$/, "");
  const kind = await io.kindOf(folder);
  if (kind !== "folder") {
    const problem =
      kind === "missing"
        ? problems.fileMissing(undefined)
        : typeof kind === "object"
          ? problems.fileUnreadable(kind.unreadable)
          : problems.replayEmpty([]);
    return { years: [], findings: [inFile(folder, problem)] };
  }
  const names = await listed(io, folder);
  if ("code" in names) return { years: [], findings: [names] };
  const known = new Set(await Promise.all(others.map((path) => io.identify(path))));
  const findings: Finding[] = [];
  const years: YearFolder[] = [];
  for (const name of names) {
    const path = `${folder}/${name}`;
    const isFolder = (await io.kindOf(path)) === "folder";
    const asOf = isFolder ? dayNamed(name) : undefined;
    if (asOf !== undefined) years.push(await readFolder(io, path, asOf));
    // A file that is named on the command line has its use; whatever else is no table may lie there.
    else if (isFolder || (isTable(name) && !known.has(await io.identify(path))))
      findings.push(inFile(path, problems.replayName(name)));
  }
  if (years.length === 0 && findings.length === 0) findings.push(inFile(folder, problems.replayEmpty(names)));
  findings.push(...years.flatMap(idleFaults));
  years.sort((a, b) => a.asOf - b.asOf);
  for (const [index, { path, asOf }] of years.entries()) {
    const before = years[index - 1];
    if (before === undefined || yearOf(before.asOf) !== yearOf(asOf)) continue;
    const [first, second] = [before.path, path].map((one) => one.slice(folder.length + 1));
    findings.push(inFile(folder, problems.replayTwice(yearOf(asOf), first ?? "", second ?? "")));
  }
  const once = years.filter(({ asOf }, index) => {
    const before = years[index - 1];
    return before === undefined || yearOf(before.asOf) !== yearOf(asOf);
  });
  return { years: once, findings };
}

/** A year cannot both have been without an assessment and have one. */
function idleFaults({ note, submissions, events, overrides }: YearFolder): Finding[] {
  if (note === undefined) return [];
  if (submissions !== undefined) return [inFile(note, problems.replayIdle(submissions.map(fileName)))];
  return [events, overrides].flatMap((file) =>
    file === undefined ? [] : [inFile(file, problems.replayIdleFile())],
  );
}

const fileName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** Outputs that would lie among the data of a year, and be read with them next time. */
export async function outputsInYears(
  io: Io,
  outputs: readonly string[],
  years: readonly YearFolder[],
): Promise<Finding[]> {
  const folders = new Set(await Promise.all(years.map(({ path }) => io.identify(path))));
  const inside = async (path: string): Promise<boolean> => {
    const [folder] = /^.*(?=[/\\])/su.exec(path) ?? ["."];
    return isTable(path) && folders.has(await io.identify(folder));
  };
  const found = await Promise.all(
    outputs.map(async (path) => ((await inside(path)) ? [inFile(path, problems.outputInYear())] : [])),
  );
  return found.flat();
}

/** `2019` is the last day of that year. */
function dayNamed(name: string): Day | undefined {
  if (/^\d{4}$/.test(name)) return dayOf(Number(name), 12, 31);
  return /^\d{4}-\d{2}-\d{2}$/.test(name) ? parseDay(name) : undefined;
}

const isCsv = (name: string): boolean => /\.csv$/i.test(name);
const isTable = (name: string): boolean => /\.(?:csv|xlsx|xls|et|ods|tsv)$/i.test(name);

/** Says that there was no assessment in a year, and why. */
const idleNote = "no-assessment.txt";

async function readFolder(io: Io, path: string, asOf: Day): Promise<YearFolder> {
  const nothing = {
    path,
    asOf,
    register: undefined,
    events: undefined,
    overrides: undefined,
    note: undefined,
  };
  const names = await listed(io, path);
  if ("code" in names) return { ...nothing, submissions: [], findings: [names] };
  const findings: Finding[] = [];
  const special = (name: string): string | undefined => {
    const found = names.find((one) => one.toLowerCase() === name);
    return found === undefined ? undefined : `${path}/${found}`;
  };
  const [register, events, overrides] = ["units.csv", "events.csv", "overrides.csv"].map(special);
  const note = special(idleNote);
  const own = [register, events, overrides];
  const submissions = names
    .filter(isCsv)
    .map((name) => `${path}/${name}`)
    .filter((file) => !own.includes(file));
  const idle = note !== undefined && submissions.length === 0;
  const folders: string[] = [];
  for (const name of names) if ((await io.kindOf(`${path}/${name}`)) === "folder") folders.push(name);
  const passedOver = [...names.filter((name) => isTable(name) && !isCsv(name)), ...folders];
  if (passedOver.length > 0) findings.push(inFile(path, problems.folderPassedOver(passedOver)));
  if (submissions.length === 0 && !idle)
    findings.push(
      inFile(path, names.length === 0 ? problems.folderEmpty() : problems.folderWithoutCsv(names)),
    );
  return {
    path,
    asOf,
    register,
    events,
    overrides,
    note,
    submissions: idle ? undefined : submissions,
    findings,
  };
}

async function listed(io: Io, folder: string): Promise<string[] | Finding> {
  try {
    return (await io.list(folder)).filter((name) => !isHidden(name)).sort(compareText);
  } catch (error) {
    return inFile(folder, problems.fileUnreadable(reasonOf(error)));
  }
}
