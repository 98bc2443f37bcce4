import { closest } from "../base/closest.ts";
import type { Language } from "../base/language.ts";
import { problems } from "../findings/catalog.ts";
import { type Finding, inFile } from "../findings/finding.ts";
import { type Io, reasonOf } from "./io.ts";
import type { SharedOptions } from "./options.ts";
import { tell } from "./tell.ts";

/** The formats of a command by name, with the extensions that stand for them. */
export type Formats<Name extends string> = Readonly<Record<Name, { readonly extensions: readonly string[] }>>;

/** A file to be written, and in which format. */
export interface Output<Name extends string> {
  readonly path: string;
  readonly format: Name;
}

/** `[format:]path`: the format by name, or by the extension of the path. */
export function parseOutput<Name extends string>(
  written: string,
  formats: Formats<Name>,
): Output<Name> | Finding {
  const names = Object.keys(formats) as Name[]; // the keys of the record
  const colon = written.indexOf(":");
  const word = written.slice(0, Math.max(colon, 0));
  const named = names.find((name) => name === word);
  const path = named === undefined ? written : written.slice(colon + 1);
  if (path.trim() === "-") return problems.outputToScreen(written, named);
  if (path.trim() === "") return problems.outputPathMissing(written, named ?? names[0] ?? "");
  if (named !== undefined) return { format: named, path };
  // A word before a colon was meant as a format; one letter is a drive of Windows.
  if (/^[A-Za-z][\w-]+$/.test(word)) return problems.outputFormat(written, names, closest(word, names));
  const format = formatByExtension(written.toLowerCase(), names, formats);
  return format === undefined ? problems.outputFormat(written, names, undefined) : { format, path };
}

/** The format whose extension the path ends in; of two that fit, the one with the longer extension. */
function formatByExtension<Name extends string>(
  path: string,
  names: readonly Name[],
  formats: Formats<Name>,
): Name | undefined {
  const fitting = names.flatMap((name) =>
    formats[name].extensions
      .filter((extension) => path.endsWith(`.${extension}`))
      .map(({ length }) => ({ name, length })),
  );
  return fitting.sort((a, b) => b.length - a.length)[0]?.name;
}

/** The outputs of a run, or what is wrong with them before anything is written: no input is ever overwritten. */
export async function planOutputs<Name extends string>(
  io: Io,
  written: readonly string[],
  inputs: readonly string[],
  formats: Formats<Name>,
): Promise<{ outputs: Output<Name>[]; findings: Finding[] }> {
  const outputs: Output<Name>[] = [];
  const findings: Finding[] = [];
  const taken = new Set<string>();
  const read = new Set(
    await Promise.all(inputs.filter((path) => path !== "-").map((path) => io.identify(path))),
  );
  for (const text of written) {
    const output = parseOutput(text, formats);
    if ("code" in output) {
      findings.push(output);
      continue;
    }
    const identity = await io.identify(output.path);
    if (read.has(identity)) findings.push(inFile(output.path, problems.outputIsInput()));
    if (taken.has(identity)) findings.push(inFile(output.path, problems.outputTwice()));
    taken.add(identity);
    outputs.push(output);
  }
  return { outputs, findings };
}

/** Waits for files to be written; the finding says why they could not be. */
export async function written(work: Promise<void>): Promise<Finding | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    const path = (error as { path?: unknown }).path;
    const problem = problems.outputUnwritable(reasonOf(error));
    return typeof path === "string" ? inFile(path, problem) : problem;
  }
}

export function tellWritten(
  io: Io,
  files: readonly { readonly path: string }[],
  { quiet }: { readonly quiet?: boolean },
  language: Language,
): void {
  if (quiet === true) return;
  for (const { path } of files) io.err.write(language === "en" ? `wrote ${path}\n` : `已写出 ${path}\n`);
}

/** What a command gives out: files, and what goes to standard output once all of them are written. */
export interface Delivery {
  readonly files: readonly { readonly path: string; readonly text: string; readonly isCsv: boolean }[];
  readonly shown: string;
}

/** Writes the files and then the screen; false where a file could not be written, which is told of. */
export async function deliver(
  io: Io,
  { files, shown }: Delivery,
  options: SharedOptions,
  language: Language,
): Promise<boolean> {
  // Excel takes a CSV file for UTF-8 only if it begins with this mark.
  const marked = files.map(({ path, text, isCsv }) => ({ path, text: isCsv ? `\uFEFF${text}` : text }));
  const fault = await written(io.writeFiles(marked));
  if (fault !== undefined) {
    await tell(io, [fault], options, language);
    return false;
  }
  io.out.write(shown);
  tellWritten(io, files, options, language);
  return true;
}

/** The width of reports that go into files. */
export const fileWidth = 100;
