import { isCaseDocument, rubricNamed, rubricNamedPath } from "../cases/read.ts";
import { problems } from "../findings/catalog.ts";
import { type Finding, inFile } from "../findings/finding.ts";
import { findingAt, parseRubricDocument, type RubricDocument } from "../rubric/document.ts";
import { casesEnd, expand, isCaseFile, isYaml, mostOfCases } from "./find-rubrics.ts";
import type { Io } from "./io.ts";
import { besideFile, readTextFile } from "./sources.ts";

export interface FoundCases {
  readonly paths: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * The case files meant by the arguments: those named, all that are in a folder, and those beside a rubric.
 * Each once, in the order of the arguments. A rubric that is meant and that none of them is about is told.
 */
export async function findCases(io: Io, written: readonly string[]): Promise<FoundCases> {
  const findings: Finding[] = [];
  const paths = new Map<string, string>();
  const without: { readonly path: string; readonly finding: Finding }[] = [];
  const take = async (path: string): Promise<void> => {
    const identity = await io.identify(path);
    if (!paths.has(identity)) paths.set(identity, path);
  };
  for (const argument of written) {
    const expanded = await expand(io, argument, findings);
    const meant = expanded.filter((path) => path === argument || isYaml(path));
    if (meant.length === 0 && expanded.length > 0)
      findings.push(inFile(argument, problems.rubricsPassedOver(expanded)));
    for (const path of meant) {
      if (isCaseFile(path)) {
        await take(path);
        continue;
      }
      const own = await casesOf(io, path);
      for (const one of own.paths) await take(one);
      if (own.finding !== undefined) without.push({ path, finding: own.finding });
    }
  }
  const tested = new Set<string>();
  if (without.length > 0)
    for (const path of paths.values()) tested.add(await io.identify(await rubricOf(io, path)));
  for (const { path, finding } of without) if (!tested.has(await io.identify(path))) findings.push(finding);
  return { paths: [...paths.values()], findings };
}

/** The cases that lie beside a rubric and are about it; where there are none, why. */
async function casesOf(
  io: Io,
  rubric: string,
): Promise<{ readonly paths: readonly string[]; readonly finding?: Finding }> {
  const identity = await io.identify(rubric);
  const paths: string[] = [];
  const others: Finding[] = [];
  for (const path of placesFor(rubric)) {
    if ((await io.kindOf(path)) === "missing") continue;
    if ((await io.identify(await rubricOf(io, path))) === identity) paths.push(path);
    else others.push(await ofAnother(io, path, rubric));
  }
  const [other] = others;
  if (paths.length > 0) return { paths };
  if ((await io.kindOf(rubric)) === "missing") {
    const file = await readTextFile(io, rubric, 0);
    if (!("text" in file)) return { paths, finding: file };
  }
  // Cases may be called as they like, as long as they say which rubric they are about.
  const own = await documentAt(io, rubric);
  if (own !== undefined && isCaseDocument(own) && rubricNamed(own) !== undefined) return { paths: [rubric] };
  return { paths, finding: other ?? inFile(rubric, problems.casesMissing(lastName(casesBeside(rubric)))) };
}

/** What is beside a rubric and says that it is about another. */
async function ofAnother(io: Io, path: string, rubric: string): Promise<Finding> {
  const document = await documentAt(io, path);
  const named = document && rubricNamed(document);
  return document === undefined || named === undefined
    ? inFile(rubric, problems.casesMissing(lastName(path)))
    : findingAt(document.place(rubricNamedPath), problems.casesOfAnother(lastName(rubric), named));
}

const rubricEnd = /\.(?:ya?ml)$/i;

/** What the cases of a rubric may be called, that with its own ending first. */
function placesFor(rubric: string): readonly string[] {
  const end = rubricEnd.exec(rubric)?.[0];
  if (end === undefined) return [`${rubric}.cases.yaml`];
  const stem = rubric.slice(0, -end.length);
  return [`${stem}.cases${end}`, `${stem}.cases${otherEnd(end)}`];
}

/** What the cases of a rubric are called, where nothing else is wanted. */
export const casesBeside = (rubric: string): string => placesFor(rubric)[0] ?? `${rubric}.cases.yaml`;

const otherEnd = (end: string): string => (end.toLowerCase() === ".yaml" ? ".yml" : ".yaml");

/** The rubric that a case file is about: the one it names, or the one it lies beside. */
async function rubricOf(io: Io, path: string): Promise<string> {
  const document = await documentAt(io, path);
  return rubricOfCases(io, path, document);
}

/** The same, of a case file that has been read. */
export async function rubricOfCases(
  io: Io,
  path: string,
  document: RubricDocument | undefined,
): Promise<string> {
  const named = document !== undefined && isCaseDocument(document) ? rubricNamed(document) : undefined;
  if (named !== undefined) return besideFile(path, named);
  const own = path.replace(casesEnd, "$1");
  if ((await io.kindOf(own)) !== "missing") return own;
  const other = path.replace(casesEnd, (_, end: string) => otherEnd(end));
  return (await io.kindOf(other)) === "missing" ? own : other;
}

/** A file as far as it can be read: what is wrong with it is told when it is tested. */
async function documentAt(io: Io, path: string): Promise<RubricDocument | undefined> {
  const file = await readTextFile(io, path, mostOfCases);
  const document = "text" in file ? parseRubricDocument(path, file.text) : undefined;
  return document?.ok === true ? document.value : undefined;
}

const lastName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
