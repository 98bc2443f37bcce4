import type { Text } from "../../base/language.ts";
import type { Code, KnownProblem, Severity } from "../catalog.ts";

/** A file of an example: its text; or what stands in for a text that cannot be shown as it is. */
export type ExampleFile =
  | string
  | { readonly shown: Text; readonly content: () => string | Uint8Array }
  /** What the operating system answers when it is opened, such as EACCES. */
  | { readonly shown: Text; readonly fault: string };

/** Something that can be run. */
export interface Example {
  /** By path; one that ends in `/` is an empty folder, `-` is standard input. */
  readonly files: Readonly<Record<string, ExampleFile>>;
  /** What is typed after the name of the program. */
  readonly command: string;
}

/** What `explain <code>` shows. */
export interface Page<Level extends Severity = Severity> {
  readonly severity: Level;
  /** One line, for the list of all codes. */
  readonly title: Text;
  /** What it would do to a score or a unit. Also told beside findings: it must not speak of the example. */
  readonly why: Text;
  readonly mend: Text;
  /** Running it gives this code. */
  readonly bad: Example;
  /** Running it finds nothing. */
  readonly good: Example;
}

type SeverityOf<C extends Code> = Extract<KnownProblem, { readonly code: C }>["severity"];

/** Every code has a page, with the severity of its problem: otherwise it does not compile. */
export type Pages = { readonly [C in Code]: Page<SeverityOf<C>> };

/** The four lines that every rubric begins with; they are not shown. */
export const head = 'ceping: 1\nid: example\ntitle: 文明单位测评\nversion: "1"\n';

/**
 * A text as it is indented in the source, without that indentation and the line break it begins with; any
 * other as it is.
 */
export function lines(text: string): string {
  if (!text.startsWith("\n")) return text;
  const own = text.slice(1).replace(/\n *$/, "\n");
  const indents = own.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.search(/[^ ]/)]));
  const indent = " ".repeat(Math.min(...indents));
  return own
    .split("\n")
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join("\n");
}

/** A rubric file, given without its head. */
export const rubric = (text: string): string => head + lines(text);

/** Any command over any files. */
export const run = (command: string, files: Example["files"]): Example => ({ command, files });

/** `check` of a rubric, given without its head. */
export const check = (text: string): Example => run("check rubric.yaml", { "rubric.yaml": rubric(text) });

/**
 * A bad and a good example of `check` in one text: where a line is of one of them alone, ✗ (bad) or ✓ (good)
 * stands in its indentation.
 */
export const checkBoth = (text: string): Pick<Page, "bad" | "good"> => ({
  bad: check(markedLines(text, "✗", "✓")),
  good: check(markedLines(text, "✓", "✗")),
});

const markedLines = (text: string, own: string, other: string): string =>
  text
    .split("\n")
    .filter((line) => !line.trimStart().startsWith(`${other} `))
    .map((line) => (line.trimStart().startsWith(`${own} `) ? line.replace(own, " ") : line))
    .join("\n");

/** `check` of a file that is given whole. */
export const checkFile = (file: ExampleFile): Example => run("check rubric.yaml", { "rubric.yaml": file });

/** What `score` may be given besides the data. */
export interface Beside {
  readonly units?: ExampleFile;
  readonly events?: ExampleFile;
  readonly history?: ExampleFile;
  readonly overrides?: ExampleFile;
  /** Further options, such as `--as-of 2021-12-31`. */
  readonly options?: string;
}

/** `score` of one data file under a rubric that is given without its head. */
export function score(
  text: string,
  data: ExampleFile,
  { units, events, history, overrides, options }: Beside = {},
): Example {
  const trimmed = (file: ExampleFile): ExampleFile => (typeof file === "string" ? lines(file) : file);
  const files: Record<string, ExampleFile> = { "rubric.yaml": rubric(text), "data.csv": trimmed(data) };
  const words = ["score rubric.yaml data.csv"];
  if (units !== undefined) {
    files["units.csv"] = trimmed(units);
    words.push("--units units.csv");
  }
  if (events !== undefined) {
    files["events.csv"] = trimmed(events);
    words.push("--events events.csv");
  }
  if (history !== undefined) {
    files["history.csv"] = trimmed(history);
    words.push("--history history.csv");
  }
  if (overrides !== undefined) {
    files["overrides.csv"] = trimmed(overrides);
    words.push("--overrides overrides.csv");
  }
  if (options !== undefined) words.push(options);
  return run(words.join(" "), files);
}
