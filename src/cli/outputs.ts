import { closest } from "../base/closest.ts";
import { problems } from "../findings/catalog.ts";
import { type Finding, inFile } from "../findings/finding.ts";
import { type ReportFormat, reporters, reportFormats } from "../report/formats/index.ts";
import type { Io } from "./io.ts";

/** A file to be written, and in which format. */
export interface Output {
  readonly path: string;
  readonly format: ReportFormat;
}

const isFormat = (word: string): word is ReportFormat => Object.hasOwn(reporters, word);

/** `[format:]path`: the format by name, or by the extension of the path. */
export function parseOutput(written: string): Output | Finding {
  const colon = written.indexOf(":");
  const named = written.slice(0, Math.max(colon, 0));
  const path = isFormat(named) ? written.slice(colon + 1) : written;
  if (path.trim() === "") return problems.outputPathMissing(written);
  if (isFormat(named)) return { format: named, path };
  // A word before a colon was meant as a format; one letter is a drive of Windows.
  if (/^[A-Za-z][\w-]+$/.test(named))
    return problems.outputFormat(written, reportFormats, closest(named, reportFormats));
  const extension = /\.([^./\\]+)$/.exec(written)?.[1]?.toLowerCase() ?? "";
  const format = reportFormats.find((name) =>
    reporters[name].extensions.some((known) => known === extension),
  );
  return format === undefined ? problems.outputFormat(written, reportFormats, undefined) : { format, path };
}

/** The outputs of a run, or what is wrong with them before anything is read: no input is ever overwritten. */
export async function planOutputs(
  io: Io,
  written: readonly string[],
  inputs: readonly string[],
): Promise<{ outputs: Output[]; findings: Finding[] }> {
  const outputs: Output[] = [];
  const findings: Finding[] = [];
  const taken = new Set<string>();
  const read = new Set(
    await Promise.all(inputs.filter((path) => path !== "-").map((path) => io.identify(path))),
  );
  for (const text of written) {
    const output = parseOutput(text);
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
