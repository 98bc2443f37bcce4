import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkCodes, checkRubric } from "../src/check/check.ts";
import { readSilences, silenced } from "../src/check/silence.ts";
import { planRubric } from "../src/cli/load.ts";
import { main } from "../src/cli/main.ts";
import { blocksOf, completed, readmes } from "./support/readme-blocks.ts";
import { recordingIo } from "./support/recording-io.ts";

/**
 * Small rubrics whose comments foretell their findings: `# expect: code, code` at the end of a line stands
 * for findings that start on it. One too many fails as surely as one too few. `<code>.yaml` shows a finding,
 * `<code>.near.yaml` is as near to it as a rubric can be that has nothing wrong.
 */
const folder = "fixtures/check";
const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

interface Told {
  readonly code: string;
  readonly line: number;
}

function foretold(text: string): string[] {
  return text.split("\n").flatMap((line, index) => {
    const codes = /# expect: (.*)$/.exec(line)?.[1];
    return codes === undefined ? [] : codes.split(",").map((code) => `${index + 1} ${code.trim()}`);
  });
}

async function told(path: string): Promise<string[]> {
  const io = recordingIo();
  await main(["check", path, "-f", "json"], io);
  const { findings } = JSON.parse(io.stdout()) as { findings: Told[] }; // the format of the contract
  return findings.map(({ line, code }) => `${line} ${code}`);
}

describe("each rubric has the findings that its comments foretell, and no others", () => {
  test.each(names)("%s", async (name) => {
    const path = join(folder, name);
    const expected = foretold(readFileSync(path, "utf8"));
    if (name.endsWith(".near.yaml")) expect(expected).toEqual([]);
    expect((await told(path)).sort()).toEqual(expected.sort());
  });
});

describe("every code of the rules has a rubric that shows it and a near miss", () => {
  test.each([...checkCodes])("%s", (code) => {
    const path = join(folder, `${code}.yaml`);
    expect(existsSync(path), path).toBe(true);
    expect(foretold(readFileSync(path, "utf8")).map((line) => line.split(" ")[1])).toContain(code);
    expect(existsSync(join(folder, `${code}.near.yaml`)), `${code}.near.yaml`).toBe(true);
  });
});

const shipped = readdirSync("rubrics", { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".yaml") && !name.endsWith(".cases.yaml"),
);

describe("no false alarm on what we ship", () => {
  test.each(shipped)("%s", async (name) => {
    expect(await told(join("rubrics", name))).toEqual([]);
  });
});

describe("no false alarm on what the READMEs show", () => {
  test.each(readmes)("%s", (path) => {
    const blocks = blocksOf(readFileSync(path, "utf8"));
    // A rubric that a README checks is shown for its findings, which are tested there.
    const checked = blocks.flatMap(({ language, text }) => (language === "sh" ? [text] : [])).join("");
    for (const { language, text, line, file } of blocks) {
      if (language !== "yaml" || checked.includes(`ceping check ${file}`)) continue;
      const planned = planRubric(`${path}:${line}`, completed(text));
      if (!planned.ok) continue;
      const { document, rubric, plan } = planned.value;
      const silences = readSilences(document.file, completed(text));
      const { findings } = silenced(checkRubric(document, rubric, plan), silences);
      expect(findings.map(({ code }) => `${path}:${line} ${code}`)).toEqual([]);
    }
  });
});
