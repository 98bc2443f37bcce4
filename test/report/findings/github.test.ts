import { describe, expect, test } from "vitest";
import { nastyNames, renderFindings, sample } from "../../support/findings-samples.ts";

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const unescapeData = (text: string): string =>
  text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
const unescapeProperty = (text: string): string =>
  text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");

/** A line of a log as the runner of GitHub Actions takes it; undefined where it is no command. */
function commandIn(line: string): Command | undefined {
  const text = line.trimStart();
  const end = text.startsWith("::") ? text.indexOf("::", 2) : -1;
  if (end === -1)
    return /##\[(?:error|warning|notice|group|endgroup|debug|add-mask)/.test(text) ? nothing : undefined;
  const info = text.slice(2, end);
  const space = info.indexOf(" ");
  const pairs = (space === -1 ? "" : info.slice(space + 1)).split(",").filter((pair) => pair !== "");
  return {
    name: space === -1 ? info : info.slice(0, space),
    properties: Object.fromEntries(
      pairs.map((pair) => {
        const sign = pair.indexOf("=");
        return [pair.slice(0, sign), unescapeProperty(pair.slice(sign + 1))];
      }),
    ),
    data: unescapeData(text.slice(end + 2)),
  };
}
const nothing: Command = { name: "a command nobody meant", properties: {}, data: "" };

const commandsIn = (log: string): Command[] =>
  log
    .trimEnd()
    .split("\n")
    .flatMap((line) => commandIn(line) ?? []);

test("a finding is a command with its place", () => {
  const log = renderFindings("github", [
    sample({ file: "rubrics/x.yaml", line: 14, column: 5, length: 6, message: "wrong", hint: "mend" }),
  ]);
  expect(log).toBe(
    "::error file=rubrics/x.yaml,line=14,endLine=14,col=5,endColumn=11,title=ceping%3A some-code::en: wrong%0Ahint: en: mend\n",
  );
});

test("a place of several lines has no columns, and a finding about no file has no place", () => {
  const long = sample({ file: "a.yaml", line: 2 });
  const several = { ...long, span: { start: { line: 2, column: 3 }, end: { line: 4, column: 1 } } };
  const log = renderFindings("github", [several, sample({ severity: "warning" })]);
  expect(commandsIn(log).map(({ name, properties }) => [name, properties])).toEqual([
    ["error", { file: "a.yaml", line: "2", endLine: "4", title: "ceping: some-code" }],
    ["warning", { title: "ceping: some-code" }],
  ]);
});

test("a cell has its line", () => {
  const cell = { ...sample({ file: "a.csv" }), cell: { line: 7, field: 2 } };
  const [command] = commandsIn(renderFindings("github", [cell]));
  expect(command?.properties["line"]).toBe("7");
  expect(command?.data).toBe("cell C7: en: wrong");
});

test.each(nastyNames)("%j arrives as it is, and starts no command of its own", (name) => {
  const finding = sample({ file: `${name}.yaml`, line: 1, message: name });
  const commands = commandsIn(renderFindings("github", [finding]));
  expect(commands).toHaveLength(1);
  expect(commands[0]?.properties["file"]).toBe(`${name}.yaml`);
  expect(commands[0]?.data).toBe(`en: ${name}`);
});

describe("limits: ten annotations of a kind", () => {
  const many = (severity: "error" | "warning" | "info", count: number) =>
    Array.from({ length: count }, (_, index) =>
      sample({
        file: `${nastyNames[index % nastyNames.length]}.yaml`,
        line: index + 1,
        message: `${severity} ${index} ${nastyNames[index % nastyNames.length]}`,
        severity,
      }),
    );
  const kinds = (log: string): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { name } of commandsIn(log)) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  };

  test("ten of each are all annotations", () => {
    const log = renderFindings("github", [...many("info", 10), ...many("warning", 10), ...many("error", 10)]);
    expect(kinds(log)).toEqual({ error: 10, warning: 10, notice: 10 });
  });

  test("the rest is in the log, folded, and counted in one notice; the gravest come first", () => {
    const log = renderFindings("github", [...many("info", 12), ...many("warning", 11), ...many("error", 40)]);
    expect(kinds(log)).toEqual({ error: 10, warning: 10, notice: 10, group: 1, endgroup: 1 });
    const names = commandsIn(log).map(({ name }) => name);
    expect(names.slice(0, 29)).toEqual([
      ...Array.from({ length: 10 }, () => "error"),
      ...Array.from({ length: 10 }, () => "warning"),
      ...Array.from({ length: 9 }, () => "notice"),
    ]);
    expect(commandsIn(log).at(-1)?.data).toBe(
      "34 more findings (30 errors, 1 warning, 3 info) stand only in the log of this step: GitHub shows 10 of a kind",
    );
    for (const finding of [...many("error", 40), ...many("warning", 11), ...many("info", 12)])
      expect(log).toContain(finding.message.en.split(/[\r\n%]|##/)[0]);
    expect(log.split("\n").filter((line) => line.startsWith("- "))).toHaveLength(34);
  });
});

test("nothing found is nothing said", () => {
  expect(renderFindings("github", [], { files: ["a.yaml"] })).toBe("");
});
