import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";

// Plain JavaScript, so that it runs without a build; its types are in its comments.
const { generate } = (await import(pathToFileURL(join("fixtures", "generate.js")).href)) as {
  generate(): Map<string, string>;
};

const generated = generate();
const folders = [...new Set([...generated.keys()].map((path) => path.split("/").slice(0, 2).join("/")))];

describe("the synthetic fixtures", () => {
  it.each([...generated])("%s is what the generator makes", async (path, text) => {
    expect(await readFile(path, "utf8")).toBe(text);
  });

  it.each(folders)("%s has no table that the generator does not make", async (folder) => {
    const found = await readdir(folder, { recursive: true });
    const tables = found.filter((name) => name.endsWith(".csv")).map((name) => `${folder}/${name}`);
    expect(tables.map((path) => path.replaceAll("\\", "/")).filter((path) => !generated.has(path))).toEqual(
      [],
    );
  });

  it("comes out the same each time", () => {
    expect([...generate()]).toEqual([...generated]);
  });
});
