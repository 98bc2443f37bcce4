import { closest } from "../base/closest.ts";
import { compareText } from "../base/order.ts";
import type { Source } from "../evidence/rows.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import { type Finding, inFile } from "../findings/finding.ts";
import { type Io, reasonOf } from "./io.ts";

/** A file that is read while it is digested, so that the report can say which bytes it was made from. */
export interface DigestedSource extends Source {
  /** Known once all of it has been read. */
  sha256(): string;
}

/** What standard input is called in findings. */
export const standardInput = "<stdin>";

export function digestedSource(io: Io, path: string): DigestedSource {
  const digest = io.createDigest();
  let hex: string | undefined;
  return {
    name: path === "-" ? standardInput : path,
    async *chunks() {
      for await (const chunk of io.chunks(path)) {
        digest.update(chunk);
        yield chunk;
      }
    },
    sha256: () => {
      hex ??= digest.hex();
      return hex;
    },
  };
}

export interface TextFile {
  readonly path: string;
  readonly text: string;
  readonly sha256: string;
}

/** A whole text file, or a finding that says why not. Bytes that are no UTF-8 become U+FFFD, which readers report. */
export async function readTextFile(io: Io, path: string, most?: number): Promise<TextFile | Finding> {
  const problem = await unreadable(io, path);
  if (problem !== undefined) return problem;
  try {
    const bytes = await io.readBytes(path, most);
    const digest = io.createDigest();
    digest.update(bytes);
    return { path, text: new TextDecoder().decode(bytes), sha256: digest.hex() };
  } catch (error) {
    return inFile(path, problems.fileUnreadable(reasonOf(error)));
  }
}

/** A path that is written in a file and starts from its folder, as the file itself would have been named. */
export function besideFile(file: string, written: string): string {
  if (/^(?:[/\\]|[A-Za-z]:)/.test(written)) return written;
  const folder = file.slice(0, Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
  return folder + written.replace(/^(?:\.\/+)+/, "");
}

/** Of a larger file (in bytes) only the beginning is had again: what comes later is told without its column. */
const mostAgain = 1 << 27;

/** The text of a file that was read before, as findings name it; undefined where it cannot be had again. */
export async function textAgain(io: Io, name: string): Promise<string | undefined> {
  try {
    const bytes = await io.readBytes(name === standardInput ? "-" : name, mostAgain);
    const whole = bytes.length <= mostAgain;
    return new TextDecoder().decode(whole ? bytes : bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1));
  } catch {
    return undefined;
  }
}

/** Why a path is no file that can be read; undefined where it is one. */
export async function unreadable(io: Io, path: string): Promise<Finding | undefined> {
  const kind = await io.kindOf(path);
  if (kind === "file" || kind === "stream") return undefined;
  if (kind === "folder") return inFile(path, problems.fileIsFolder());
  if (kind === "missing") return inFile(path, await missing(io, path));
  return inFile(path, problems.fileUnreadable(kind.unreadable));
}

/** Why there is no such file: it may be a link to nowhere, or have a name much like it. */
async function missing(io: Io, path: string): Promise<Problem> {
  if (path === "-") return problems.fileFromInput();
  const slash = path.lastIndexOf("/");
  const folder = slash === -1 ? "." : path.slice(0, slash + 1);
  const name = path.slice(slash + 1);
  const names = await io.list(folder).catch((): string[] => []);
  if (name !== "" && names.includes(name)) return problems.fileLinkToNowhere();
  const near = closest(name, names.sort(compareText));
  return problems.fileMissing(near && (slash === -1 ? near : folder + near));
}

const isCsv = (name: string): boolean => /\.csv$/i.test(name);
const isTableElsewhere = (name: string): boolean => /\.(?:xlsx|xls|et|ods|tsv|txt)$/i.test(name);
export const isPattern = (path: string): boolean => /[*?[\]{}]/.test(path);

export interface FoundSources {
  readonly paths: readonly string[];
  readonly findings: readonly Finding[];
}

/** The files meant by the arguments: files, folders of CSV files, patterns, `-`. Each file once, in a fixed order. */
export async function findSources(
  io: Io,
  written: readonly string[],
  exclude: readonly string[],
): Promise<FoundSources> {
  const findings: Finding[] = [];
  const seen = new Set<string>(await Promise.all(exclude.map((path) => io.identify(path))));
  const paths: string[] = [];
  for (const argument of written) {
    for (const path of await expand(io, argument, findings)) {
      const identity = path === "-" ? "-" : await io.identify(path);
      if (seen.has(identity)) continue;
      seen.add(identity);
      paths.push(path);
    }
  }
  // The register may be all there was: no data is a fault of the command line, not of the units.
  if (paths.length === 0 && findings.length === 0)
    findings.push(inFile(written.join(" "), problems.nothingLeft()));
  return { paths, findings };
}

/**
 * The files with the results of earlier years. What this run writes may stand in their folder from before:
 * it is left out there, while a file that is named is an input, and not written over.
 */
export async function findHistory(
  io: Io,
  written: readonly string[],
  outputs: readonly string[],
): Promise<FoundSources> {
  const findings: Finding[] = [];
  const own = new Set(await Promise.all(outputs.map((path) => io.identify(path))));
  const paths = new Map<string, string>();
  for (const argument of written) {
    for (const path of await expand(io, argument, findings)) {
      const identity = path === "-" ? "-" : await io.identify(path);
      if (!paths.has(identity) && (path === argument || !own.has(identity))) paths.set(identity, path);
    }
  }
  return { paths: [...paths.values()], findings };
}

async function expand(io: Io, argument: string, findings: Finding[]): Promise<string[]> {
  if (argument === "-") return ["-"];
  const kind = await io.kindOf(argument);
  if (kind === "file" || kind === "stream") return [argument];
  if (kind === "folder") return expandFolder(io, argument, findings);
  if (isPattern(argument)) {
    const matched = (await io.glob(argument)).sort(compareText);
    if (matched.length === 0) findings.push(inFile(argument, problems.nothingMatched()));
    return matched;
  }
  const problem = await unreadable(io, argument);
  if (problem !== undefined) findings.push(problem);
  return [];
}

async function expandFolder(io: Io, folder: string, findings: Finding[]): Promise<string[]> {
  const listed = await io.list(folder).catch((error: unknown) => {
    findings.push(inFile(folder, problems.fileUnreadable(reasonOf(error))));
    return undefined;
  });
  if (listed === undefined) return [];
  const names = listed.filter((name) => !isHidden(name)).sort(compareText);
  const tables = names.filter(isCsv);
  if (names.length === 0) findings.push(inFile(folder, problems.folderEmpty()));
  else if (tables.length === 0) findings.push(inFile(folder, problems.folderWithoutCsv(names)));
  const passedOver = names.filter(isTableElsewhere);
  if (tables.length > 0 && passedOver.length > 0)
    findings.push(inFile(folder, problems.folderPassedOver(passedOver)));
  const base = folder.replace(/[/\\]+$/, "");
  const paths: string[] = [];
  for (const name of tables) {
    const path = `${base}/${name}`;
    const problem = await unreadable(io, path);
    if (problem === undefined) paths.push(path);
    else findings.push(problem);
  }
  return paths;
}

/** Also what Excel lays beside a workbook while it is open. */
export const isHidden = (name: string): boolean => name.startsWith(".") || name.startsWith("~$");
