import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "./support/recording-io.ts";

/** A folder of fixtures holds what one run reads; `command.txt` says which run, `expected.txt` what it says. */
const folders = readdirSync("fixtures", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const command = (folder: string): string => join("fixtures", folder, "command.txt");

/** The words of a command line; quotation marks hold words together, as in a shell. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) => double ?? single ?? plain ?? "");

/** Every file below a folder, to see that a run leaves nothing behind. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

test.each(folders)("fixtures/%s says how it is run", (folder) => {
  expect(existsSync(command(folder))).toBe(true);
});

describe("each run says what it said before", () => {
  // A folder without a transcript belongs to another test; a new scenario starts with an empty one.
  const scenarios = folders.filter((folder) => existsSync(join("fixtures", folder, "expected.txt")));
  test.each(scenarios)("%s", async (folder) => {
    const before = filesIn("fixtures");
    const { code, stdout, stderr } = await run(wordsOf(readFileSync(command(folder), "utf8").trim()));
    expect(filesIn("fixtures")).toEqual(before);
    const transcript = `exit ${code}\n--- stdout\n${stdout}--- stderr\n${stderr}`;
    await expect(transcript).toMatchFileSnapshot(join("..", "fixtures", folder, "expected.txt"));
  });
});
