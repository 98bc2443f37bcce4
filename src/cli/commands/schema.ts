import { problems } from "../../findings/catalog.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import { languageOf, type SharedOptions } from "../options.ts";
import { tellWritten, written } from "../outputs.ts";
import { tell } from "../tell.ts";

/** What files the JSON Schema is about. */
export const schemaSubjects = ["rubrics", "cases"] as const;

export interface SchemaOptions extends SharedOptions {
  readonly of: (typeof schemaSubjects)[number];
  /** The file it is written to, instead of standard output. */
  readonly output?: string;
}

/** Prints the JSON Schema of rubric files or of their cases, in both languages: an editor shows what stands in it. */
export async function runSchema(io: Io, options: SchemaOptions): Promise<ExitCode> {
  const { output } = options;
  // What keys mean, in both languages, is loaded by nobody who scores.
  const { renderCasesJsonSchema, renderRubricJsonSchema } = await import("../../schema/index.ts");
  const text = options.of === "cases" ? renderCasesJsonSchema() : renderRubricJsonSchema();
  if (output === undefined) {
    io.out.write(text);
    return exitCode.ok;
  }
  const language = languageOf(io, options.lang);
  // A slip of the hand must not put it in the place of a rubric.
  if (!/\.json$/i.test(output)) {
    await tell(io, [problems.outputNotJson(output)], options, language);
    return exitCode.usage;
  }
  const fault = await written(io.writeFiles([{ path: output, text }]));
  if (fault !== undefined) {
    await tell(io, [fault], options, language);
    return exitCode.failure;
  }
  tellWritten(io, [{ path: output }], options, language);
  return exitCode.ok;
}
