import { describe, expect, it, test } from "vitest";
import { checkCodes } from "../../src/check/check.ts";
import { readingCodes } from "../../src/check/severity.ts";
import { exampleIo } from "../../src/cli/example-io.ts";
import { main } from "../../src/cli/main.ts";
import { pages } from "../../src/findings/pages/index.ts";
import { type Page, run } from "../../src/findings/pages/page.ts";
import { recordingIo } from "../support/recording-io.ts";

interface Told {
  readonly code: string;
  readonly severity: string;
}

/** What `check` finds in a rubric of these lines, behind the four of the head and a setting. */
async function told(text: string, setting: string, others: Readonly<Record<string, string>> = {}) {
  const severity = `check: { severity: { ${setting} } }\n`;
  const files = { ...others, "r.yaml": text + severity };
  const world = exampleIo(run("", files), recordingIo(), "en");
  await main(["check", "r.yaml", "-f", "json"], world);
  const { findings } = JSON.parse(world.written("out")) as { findings: Told[] }; // the format of the contract
  return findings.map(({ code, severity: own }) => `${own} ${code}`);
}

const entries = Object.entries<Page>(pages);
const head = 'ceping: 1\nid: r\ntitle: 小测评\nversion: "1"\n';
const indicators = "indicators:\n  - { id: a, name: 甲项, points: 60, rule: marks }\n";

test("the warnings that come from reading a rubric are those that `check` gives without a rule of its own", () => {
  const own = entries.filter(
    ([code, { severity, bad }]) =>
      severity !== "error" && bad.command.startsWith("check ") && !checkCodes.includes(code),
  );
  expect([...readingCodes].sort()).toEqual(own.map(([code]) => code).sort());
});

describe("a severity that a rubric gives counts", () => {
  const shown = entries.filter(
    ([code, { bad }]) => readingCodes.has(code) && !JSON.stringify(bad.files).includes("check:"),
  );
  test.each(shown)("%s", async (code, { bad }) => {
    const [, name = ""] = bad.command.split(" ");
    const { [name]: text, ...others } = bad.files as Record<string, string>; // those of these pages are plain texts
    expect(await told(text ?? "", `${code}: error`, others)).toContain(`error ${code}`);
  });
});

describe("one that cannot count is told", () => {
  test.each([
    ["points-sum: info", ["warning severity-fixed"]],
    ["points-sum: error", []],
    ["value-missing: error", ["warning severity-fixed"]],
    ["value-missing: warning", []],
    ["severity-fixed: info, points-sum: info", ["info severity-fixed"]],
  ])("%s", async (setting, expected) => {
    expect(await told(head + indicators, setting)).toEqual(expected);
  });

  it("also beside the very error that should have been lowered", async () => {
    expect((await told(`${head}points: 100\n${indicators}`, "points-sum: info, nope: info")).sort()).toEqual([
      "error code-unknown",
      "error points-sum",
      "warning severity-fixed",
    ]);
  });
});
