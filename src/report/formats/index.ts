import type { Reporter } from "../reporter.ts";
import { csv } from "./csv.ts";
import { history } from "./history.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { register } from "./register.ts";
import { terminal } from "./terminal.ts";

/** Every format of `score`, by the name it has on the command line. */
export const reporters = { table: terminal, csv, markdown, json, history, register } satisfies Record<
  string,
  Reporter
>;
export type ReportFormat = keyof typeof reporters;
export const reportFormats = Object.keys(reporters) as readonly ReportFormat[]; // the keys of the object just above
