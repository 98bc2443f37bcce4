import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { casesSchemaFile, withModeline } from "../../src/schema/index.ts";
import { casesSchema, schema, shippedCases, shippedRubrics, textOf } from "../support/json-schema.ts";
import { run } from "../support/recording-io.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ceping-schema-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

describe("schema", () => {
  it("prints the schema, the same in every language", async () => {
    const { code, stdout, stderr } = await run(["schema"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual(schema);
    expect(await run(["schema", "--lang", "en"])).toEqual({ code, stdout, stderr });
  });

  it("prints that of cases where it is asked for", async () => {
    const { code, stdout, stderr } = await run(["schema", "--of", "cases"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual(casesSchema);
    expect((await run(["schema", "--of", "rubrics"])).stdout).toBe((await run(["schema"])).stdout);
    expect(await run(["schema", "--of", "units"])).toMatchObject({ code: 2, stdout: "" });
  });

  it.each([
    ["rubrics", "rubrics/rubric.schema.json"],
    ["cases", "rubrics/cases.schema.json"],
  ])("%s: is what ships beside the rubrics; npm run schema writes it anew", async (of, path) => {
    const { stdout } = await run(["schema", "--of", of]);
    expect(textOf(path) === stdout, `${path} is not up to date`).toBe(true);
  });

  it("writes a file instead, over an older one", async () => {
    writeFileSync(at("rubric.schema.json"), "{}");
    const result = await run(["schema", "-o", at("rubric.schema.json")]);
    expect(result).toEqual({ code: 0, stdout: "", stderr: `已写出 ${at("rubric.schema.json")}\n` });
    expect(JSON.parse(readFileSync(at("rubric.schema.json"), "utf8"))).toEqual(schema);
    expect((await run(["schema", "-q", "-o", at("a.json")])).stderr).toBe("");
  });

  it("takes the place of no rubric", async () => {
    writeFileSync(at("rubric.yaml"), "mine");
    const result = await run(["schema", "--lang", "en", "-o", at("rubric.yaml")]);
    expect([result.code, result.stdout]).toEqual([2, ""]);
    expect(result.stderr).toContain("[output-format]");
    expect(result.stderr).toContain("the name ends in .json");
    expect(readFileSync(at("rubric.yaml"), "utf8")).toBe("mine");
  });

  it("says where it cannot write", async () => {
    mkdirSync(at("full.json"));
    const result = await run(["schema", "-o", at("full.json")]);
    expect([result.code, result.stdout]).toEqual([3, ""]);
    expect(result.stderr).toContain("[output-unwritable]");
  });
});

describe("the line that tells an editor where the schema is", () => {
  test.each(shippedRubrics)("%s has it", (path) => {
    const text = textOf(path);
    expect(withModeline(text, path.replace(/^rubrics\//, ""))).toBe(text);
  });

  test.each(shippedCases)("%s has it", (path) => {
    const text = textOf(path);
    expect(withModeline(text, path.replace(/^rubrics\//, ""), casesSchemaFile)).toBe(text);
  });

  it("takes the place of another, and comes first where there is none", () => {
    const line = "# yaml-language-server: $schema=rubric.schema.json\n";
    const moved = `# yaml-language-server: $schema=../rubric.schema.json\r\nceping: 1\n`;
    expect(withModeline(moved, "rubric.yaml")).toBe(`${line}ceping: 1\n`);
    expect(withModeline("# about\nceping: 1\n", "rubric.yaml")).toBe(`${line}# about\nceping: 1\n`);
    expect(withModeline("\uFEFFceping: 1\n", "a/b.yaml")).toBe(
      "\uFEFF# yaml-language-server: $schema=../rubric.schema.json\nceping: 1\n",
    );
  });
});
