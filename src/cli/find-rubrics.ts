import { compareText } from "../base/order.ts";
import { problems } from "../findings/catalog.ts";
import { type Finding, inFile } from "../findings/finding.ts";
import { type Io, reasonOf } from "./io.ts";
import { within } from "./new-files.ts";
import { isHidden, isPattern } from "./sources.ts";

export interface FoundRubrics {
  readonly paths: readonly string[];
  /** Files that are no rubrics, though an argument stands for them, too. */
  readonly passedOver: readonly string[];
  readonly findings: readonly Finding[];
}

export const isYaml = (path: string): boolean => /\.ya?ml$/i.test(path);
/** The cases that a rubric is tested with lie beside it. */
export const casesEnd = /\.cases(\.ya?ml)$/i;
export const isCaseFile = (path: string): boolean => casesEnd.test(path);

/** Far more (in bytes) than any case file has. */
export const mostOfCases = 1 << 23;

/**
 * The rubric files meant by the arguments: files, folders with all inside them, patterns; each once, by its own
 * name where that is meant as well as a link to it. The order is that of the arguments, inside a folder that of
 * the names.
 */
export async function findRubrics(io: Io, written: readonly string[]): Promise<FoundRubrics> {
  const findings: Finding[] = [];
  const passedOver: string[] = [];
  const paths = new Map<string, string>();
  for (const argument of written) {
    for (const path of await expand(io, argument, findings)) {
      const isOther = isCaseFile(path) || (path !== argument && !isYaml(path));
      if (isOther) passedOver.push(path);
      const identity = await io.identify(path);
      if (isOther) continue;
      const before = paths.get(identity);
      if (before === undefined || (isLink(io, before, identity) && !isLink(io, path, identity)))
        paths.set(identity, path);
    }
  }
  if (paths.size === 0 && findings.length === 0)
    findings.push(inFile(written.join(" "), problems.rubricsPassedOver(passedOver)));
  return { paths: [...paths.values()], passedOver, findings };
}

/** Whether a path leads by a link to where it leads. */
const isLink = (io: Io, path: string, identity: string): boolean =>
  io.pathFrom(".", path) !== io.pathFrom(".", identity);

/** The files that an argument stands for. */
export async function expand(io: Io, argument: string, findings: Finding[]): Promise<string[]> {
  const kind = await io.kindOf(argument);
  if (kind === "folder") {
    const inside = await filesBelow(io, argument, findings);
    if (inside.length === 0 && findings.length === 0)
      findings.push(inFile(argument, problems.folderWithoutRubrics()));
    return inside;
  }
  if (kind !== "missing" || !isPattern(argument)) return [argument];
  const matched = (await io.glob(argument)).sort(compareText);
  if (matched.length === 0) findings.push(inFile(argument, problems.nothingMatched()));
  return matched;
}

/**
 * The YAML files in a folder and the folders inside it, in the order of their names. Links are followed last, and
 * once, so that whatever has a name of its own in the folder is told by that.
 */
async function filesBelow(io: Io, folder: string, findings: Finding[]): Promise<string[]> {
  const seen = new Set<string>();
  const found: string[] = [];
  const links: string[] = [];
  const enter = async (path: string): Promise<void> => {
    const identity = await io.identify(path);
    const isFolder = (await io.kindOf(path)) === "folder";
    if (seen.has(identity) || !(isFolder || isYaml(path))) return;
    seen.add(identity);
    if (!isFolder) {
      found.push(path);
      return;
    }
    for (const name of await namesIn(io, path, findings)) {
      const inside = within(path, name);
      const isOwn = io.pathFrom(identity, await io.identify(inside)) === name;
      if (isOwn) await enter(inside);
      else links.push(inside);
    }
  };
  await enter(folder);
  // A link may lead to a folder with links of its own.
  for (const link of links) await enter(link);
  return found.sort(byNames);
}

/** What is in a folder, but for what is hidden and what others have put there. */
async function namesIn(io: Io, folder: string, findings: Finding[]): Promise<readonly string[]> {
  const names = await io.list(folder).catch((error: unknown) => {
    findings.push(inFile(folder, problems.fileUnreadable(reasonOf(error))));
    return [];
  });
  return names.filter((name) => !isHidden(name) && name !== "node_modules").sort(compareText);
}

/** Folder by folder, as they are gone through. */
function byNames(left: string, right: string): number {
  const [a, b] = [left.split("/"), right.split("/")];
  const at = a.findIndex((name, index) => name !== b[index]);
  return compareText(a[at] ?? "", b[at] ?? "");
}
