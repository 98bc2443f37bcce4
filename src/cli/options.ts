import { Chalk } from "chalk";
import type { Language } from "../base/language.ts";
import { plainStyle, type Style } from "../report/reporter.ts";
import type { Io, Stream } from "./io.ts";

/** Options that every command has. */
export interface SharedOptions {
  readonly lang?: Language;
  readonly color?: boolean;
  readonly quiet?: boolean;
  readonly progress?: boolean;
  readonly debug?: boolean;
  readonly strict?: boolean;
}

/** Files besides the submissions, and the day windows are counted from. */
export interface DataOptions extends SharedOptions {
  readonly units?: string;
  readonly events?: string;
  /** Files, folders or patterns with the results of earlier years. */
  readonly history?: readonly string[];
  /** Decisions changed by hand. */
  readonly overrides?: string;
  readonly asOf?: string;
}

export const languages = ["zh-CN", "en"] as const;

/** `--lang`, otherwise Chinese on a machine set to Chinese, and English on any other. */
export const languageOf = (io: Io, lang: Language | undefined): Language =>
  lang ?? (/^zh\b|^zh_/i.test(io.locale) ? "zh-CN" : "en");

/** Colours for a stream: none unless it is a terminal; NO_COLOR and FORCE_COLOR have their usual say. */
export function styleOf(io: Io, stream: Stream, color: boolean | undefined): Style {
  const { NO_COLOR: none, FORCE_COLOR: forced, TERM: terminal } = io.env;
  const off = color === false || (none !== undefined && none !== "") || forced === "0" || forced === "false";
  const on = (forced !== undefined && forced !== "") || (stream.isTerminal && terminal !== "dumb");
  if (off || !on) return plainStyle;
  const chalk = new Chalk({ level: 1 });
  // chalk joins all its arguments; a Style takes one text.
  const one = (tint: (text: string) => string) => (text: string) => tint(text);
  return {
    strong: one(chalk.bold),
    faint: one(chalk.dim),
    good: one(chalk.green),
    bad: one(chalk.red),
    warn: one(chalk.yellow),
  };
}

const usualWidth = 100;

/** Where texts are broken into lines: at the width of a terminal, and nowhere else. */
export const foldAtFor = ({ isTerminal, columns }: Stream): number | undefined =>
  isTerminal && columns !== undefined && columns >= narrowest ? columns : undefined;

/** In fewer cells than these no text can be read. */
const narrowest = 20;

/** The width of a terminal; a report that goes elsewhere has one of its own, the same everywhere. */
export const widthFor = (stream: Stream): number =>
  stream.isTerminal ? (stream.columns ?? usualWidth) : usualWidth;
