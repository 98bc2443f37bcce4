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
 * The rubric files meant by the arguments: files, folders with all inside them, patterns; each once. The
 * order is that of the arguments, inside a folder that of the names.
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
      if (!isOther && !paths.has(identity)) paths.set(identity, path);
    }
  }
  if (paths.size === 0 && findings.length === 0)
    findings.push(inFile(written.join(" "), problems.rubricsPassedOver(passedOver)));
  return { paths: [...paths.values()], passedOver, findings };
}

/** The files that an argument stands for. */
export async function expand(io: Io, argument: string, findings: Finding[]): Promise<string[]> {
  const kind = await io.kindOf(argument);
  if (kind === "folder") {
    const inside = await filesBelow(io, argument, new Set(), findings);
    if (inside.length === 0 && findings.length === 0)
      findings.push(inFile(argument, problems.folderWithoutRubrics()));
    return inside;
  }
  if (kind !== "missing" || !isPattern(argument)) return [argument];
  const matched = (await io.glob(argument)).sort(compareText);
  if (matched.length === 0) findings.push(inFile(argument, problems.nothingMatched()));
  return matched;
}

/** The YAML files in a folder and the folders inside it; links that lead back up are followed once. */
async function filesBelow(io: Io, folder: string, seen: Set<string>, findings: Finding[]): Promise<string[]> {
  const identity = await io.identify(folder);
  if (seen.has(identity)) return [];
  seen.add(identity);
  const names = await io.list(folder).catch((error: unknown) => {
    findings.push(inFile(folder, problems.fileUnreadable(reasonOf(error))));
    return [];
  });
  const found: string[] = [];
  for (const name of names.filter((name) => !isHidden(name) && name !== "node_modules").sort(compareText)) {
    const path = within(folder, name);
    if ((await io.kindOf(path)) === "folder") found.push(...(await filesBelow(io, path, seen, findings)));
    else if (isYaml(name)) found.push(path);
  }
  return found;
}
