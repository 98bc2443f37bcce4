import type { Language } from "../base/language.ts";
import { problems } from "../findings/catalog.ts";
import { type Finding, inFile } from "../findings/finding.ts";
import type { TextFile } from "../forms/form.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import type { SharedOptions } from "./options.ts";
import { tellWritten, written } from "./outputs.ts";
import { tell } from "./tell.ts";

/** A path inside a folder, as it is told: without the folder one is in. */
export const within = (folder: string, name: string): string =>
  folder === "." ? name : `${folder.replace(/[/\\]+$/, "")}/${name}`;

/** Writes files that are not there yet, all or none; where one is, each such file is told. */
export async function writeNewFiles(
  io: Io,
  files: readonly TextFile[],
  options: SharedOptions,
  language: Language,
): Promise<ExitCode> {
  const inTheWay = (await Promise.all(files.map(({ path }) => obstacle(io, path)))).flat();
  if (inTheWay.length > 0) {
    await tell(io, inTheWay, options, language);
    return exitCode.usage;
  }
  const fault = await written(io.createFiles(files));
  if (fault !== undefined) {
    await tell(io, [fault], options, language);
    return exitCode.failure;
  }
  tellWritten(io, files, options, language);
  return exitCode.ok;
}

async function obstacle(io: Io, path: string): Promise<Finding[]> {
  const kind = await io.kindOf(path);
  if (kind === "missing") return [];
  return [
    inFile(
      path,
      typeof kind === "string" ? problems.newFileExists() : problems.fileUnreadable(kind.unreadable),
    ),
  ];
}
