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
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? "",
  );

/** All that stands in the project and below its fixtures, to see that a run leaves nothing behind. */
const present = (): string[] => [
  ...readdirSync(".").sort(),
  ...readdirSync("fixtures", { recursive: true, encoding: "utf8" }).sort(),
];

test.each(folders)("fixtures/%s says how it is run", (folder) => {
  expect(existsSync(command(folder))).toBe(true);
});

describe("each run says what it said before", () => {
  // A folder without a transcript belongs to another test. Bad input is nobody else's: there it has to be.
  const scenarios = folders.filter(
    (folder) => folder.startsWith("bad-") || existsSync(join("fixtures", folder, "expected.txt")),
  );
  test.each(scenarios)("%s", async (folder) => {
    const before = present();
    const { code, stdout, stderr } = await run(wordsOf(readFileSync(command(folder), "utf8").trim()));
    expect(present()).toEqual(before);
    const transcript = `exit ${code}\n--- stdout\n${stdout}--- stderr\n${stderr}`;
    await expect(transcript).toMatchFileSnapshot(join("..", "fixtures", folder, "expected.txt"));
  });
});
