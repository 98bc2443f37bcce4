import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checked } from "../../src/cli/checked.ts";
import { loadVersions } from "../../src/cli/load.ts";
import { parseRubricDocument } from "../../src/rubric/document.ts";
import { asMeant, type Slip } from "../../src/rubric/meant.ts";
import { recordingIo } from "../support/recording-io.ts";

/** Code and place of all that `check` says of a text in place of the file at `path`. */
async function told(path: string, text: string): Promise<string[]> {
  const io = recordingIo();
  const readBytes: typeof io.readBytes = async (name, most) =>
    name === path ? new TextEncoder().encode(text) : io.readBytes(name, most);
  const kindOf: typeof io.kindOf = async (name) => (name === path ? "file" : io.kindOf(name));
  const findings = await checked(await loadVersions({ ...io, readBytes, kindOf }, path));
  return findings.map(({ code, span }) => `${code} ${span?.start.line}:${span?.start.column}`);
}

const slips = `ceping: "1"
id: a
title: 示例
version: "2025"
points: 100
rounding: { places: 2, mode: half_up }
methods: [材料, 实地]
indicators:
  - { id: docs, name: 材料审核, point: 60, rule: mark, method: 材料 }
  - id: visit
    name: 实地考察
    points: ４0
    rule: bands
    bands:
      - { at-least: 90, give: 40 }
      - { at-least: 95, give: 20 }
outcomes:
  - { name: 合格, when: { score: totl, at-least: 60 } }
  - { name: 优秀, wen: { score: total, at-leats: 90 } }
`;

describe("slips of which it is clear what was meant", () => {
  test("hide neither one another nor a name that does not exist", async () => {
    const found = await told("slips.yaml", slips);
    expect(found.filter((one) => /^(?:unknown|wide)/.test(one)).sort()).toEqual([
      "unknown-key 19:17",
      "unknown-key 19:38",
      "unknown-key 9:29",
      "unknown-reference 18:32",
      "unknown-word 6:30",
      "unknown-word 9:46",
      "wide-typing 12:13",
    ]);
  });

  test("nor what the rules say", async () => {
    const found = await told("slips.yaml", slips);
    expect(found).toContain("band-never 16:9");
    expect(found).toContain("method-unused 7:15");
    expect(found).toContain("outcome-gap 17:1");
  });

  test("are no rubric to judge by", async () => {
    const io = recordingIo();
    const [read] = await loadVersions(
      { ...io, readBytes: async () => new TextEncoder().encode(slips), kindOf: async () => "file" },
      "slips.yaml",
    );
    expect(read?.ok).toBe(false);
  });

  const folder = join(import.meta.dirname, "../../rubrics");
  const names = readdirSync(folder).filter((name) => /(?<!\.cases)\.yaml$/.test(name));
  /** Two for each rubric: to prove one anew takes seconds for the greatest. */
  const keys = ["title", "points", "rule", "name", "outcomes", "when", "score"];
  const keysOf = names.map((name, at) => ({ name, keys: [at, at + 3].map((one) => keys[one % 7] ?? "") }));
  test.each(keysOf)(
    "in $name are told once, and nothing follows from them: $keys",
    async ({ name, keys }) => {
      const path = join(folder, name);
      const text = readFileSync(path, "utf8");
      const before = await told(path, text);
      for (const key of keys) {
        const at = new RegExp(`(?<=^|[ {])${key}(?=:)`, "m").exec(text)?.index;
        if (at === undefined) continue;
        const typed = `${text.slice(0, at)}${key}e${text.slice(at + key.length)}`;
        const line = text.slice(0, at).split("\n");
        const place = `${line.length}:${(line.at(-1) ?? "").length + 1}`;
        expect(await told(path, typed), key).toEqual([`unknown-key ${place}`, ...before]);
      }
    },
  );
});

describe("a document as it was meant", () => {
  const text = 'a: [{ pointe: "5", b: { cc: x }, d: z }]\n';
  const read = parseRubricDocument("a.yaml", text);
  const meant = (...slips: Slip[]) => (read.ok ? asMeant(read.value, slips) : undefined);
  const key: Slip = { path: ["a", 0, "pointe"], of: "key", meant: "points" };

  test("has keys and values put right, and says where they stand", () => {
    const document = meant(
      key,
      { path: ["a", 0, "b"], of: "key", meant: "bands" },
      { path: ["a", 0, "b", "cc"], of: "key", meant: "c" },
      { path: ["a", 0, "d"], of: "value", meant: "y" },
    );
    expect(document?.data).toEqual({ a: [{ points: "5", bands: { c: "x" }, d: "y" }] });
    expect(document?.placeOfKey(["a", 0, "points"]).span.start.column).toBe(7);
    expect(document?.place(["a", 0, "points"]).span.start.column).toBe(15);
    expect(document?.place(["a", 0, "bands", "c"]).span.start.column).toBe(29);
  });

  test("is not known where a slip says nothing of that, or its key is there already", () => {
    expect(meant({ path: ["a"], of: "value", meant: undefined })).toBeUndefined();
    expect(meant({ ...key, meant: "b" })).toBeUndefined();
  });
});
