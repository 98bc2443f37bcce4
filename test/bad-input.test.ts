import { execFileSync } from "node:child_process";
import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import type { Io } from "../src/cli/io.ts";
import { placeCells } from "../src/evidence/place-cells.ts";
import { readRows } from "../src/evidence/rows.ts";
import { type Run, run } from "./support/recording-io.ts";

// Input that cannot lie in the project as a file: too large, no text, not writable, endless. What can
// lie there stands in fixtures/bad-*.

const rubric = `ceping: 1
id: small
title: 小测评
version: "1"
points: 100
indicators:
  - { id: docs, no: "1", name: 材料审核, points: 60, rule: marks }
  - { id: site, no: "2", name: 实地考察, points: 40, rule: marks }
`;
const data = "单位,材料审核,实地考察\n东街社区,55,38.5\n西街社区,48.5,36\n";
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ceping-bad-"));
  write("rubric.yaml", rubric);
  write("data.csv", data);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content);
  return at(name);
};
const score = (path: string, ...options: string[]): Promise<Run> =>
  run(["score", at("rubric.yaml"), path, ...options]);

/** Codes and places of what was told, without the folder: `data.csv:3:6 value-not-number`. */
const told = ({ stdout, stderr }: Run): string[] =>
  `${stdout}${stderr}`.split("\n").flatMap((line) => {
    const code = /\[([a-z0-9-]+)\]$/.exec(line)?.[1];
    const place = /^(\S+?): /.exec(line.replace(folder, "").replace(/^[\\/]/, ""))?.[1] ?? "";
    return code === undefined ? [] : [`${place} ${code}`.trim()];
  });

describe("files that are no text", () => {
  const gap = Array.from({ length: 20_000 }, (_, row) => `单位${row},50,30\n`).join("");
  test.each<[string, Uint8Array, string[]]>([
    ["NUL bytes", bytesOf("单位,材料审核,实地考察\n东街社区,5\0,38\n"), ["bad.csv:2:7 file-binary"]],
    ["NUL bytes far inside", bytesOf(`${data}${gap}北街,𠮷\0\n`), ["bad.csv:20004:5 file-binary"]],
    [
      "a picture",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      ["bad.csv:3:1 file-binary"],
    ],
    ["an .xlsx workbook", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 8]), ["bad.csv file-workbook"]],
    ["an .xls workbook", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), ["bad.csv file-workbook"]],
    ["UTF-16", Buffer.from(`\uFEFF${data}`, "utf16le"), ["bad.csv file-encoding"]],
    [
      "GBK far inside",
      Buffer.concat([bytesOf(data + gap), new Uint8Array([0xb1, 0xb1, 0x2c, 0x31, 0x0a])]),
      ["bad.csv:20004:1 file-encoding"],
    ],
    ["a character cut off at the end", bytesOf(`${data}东`).slice(0, -1), ["bad.csv:4:1 file-encoding"]],
  ])("%s", async (_, bytes, findings) => {
    const result = await score(write("bad.csv", bytes));
    expect(told(result)).toEqual(findings);
    expect([result.code, result.stdout]).toEqual([1, ""]);
    // Rubbish is not shown: it could steer the terminal.
    expect(result.stderr).not.toMatch(/[\0\uFFFD]/);
  });

  it("are told of rubrics, too", async () => {
    write("rubric.yaml", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 8, 0]));
    expect(told(await score(at("data.csv")))).toEqual(["rubric.yaml:1:6 file-not-text"]);
  });
});

describe("rubrics", () => {
  test.each(["\uFEFF", ""])("in UTF-16 are told so (mark %j)", async (mark) => {
    const little = Buffer.from(`${mark}${rubric}`, "utf16le");
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      const result = await run(["check", write("r16.yaml", bytes)]);
      expect([result.code, told(result)]).toEqual([1, ["r16.yaml:1:1 file-not-text"]]);
      expect(result.stdout).toContain("UTF-16");
      expect(result.stdout).not.toContain("GBK");
    }
  });

  it("that are a link to nowhere are told so: what is suggested is never what was asked for", async () => {
    symlinkSync("nowhere.yaml", at("link.yaml"));
    const result = await run(["check", at("link.yaml")]);
    expect([result.code, told(result)]).toEqual([2, ["link.yaml file-missing"]]);
    expect(result.stdout).toContain("链接");
    expect(result.stdout).not.toContain("是否想写");
  });
});

describe("folders", () => {
  it("that are empty match nothing", async () => {
    mkdirSync(at("empty"));
    const result = await score(at("empty"));
    expect([result.code, told(result)]).toEqual([2, ["empty folder-empty"]]);
  });

  it("whose name ends in .csv are no files", async () => {
    mkdirSync(at("all/odd.csv"), { recursive: true });
    write("all/a.csv", data);
    const result = await score(at("all"));
    expect([result.code, told(result)]).toEqual([2, ["all/odd.csv file-is-folder"]]);
  });

  it("that cannot be listed are told, not thrown", async () => {
    const list: Io["list"] = () => Promise.reject(Object.assign(new Error("no"), { code: "EACCES" }));
    const result = await run(["score", at("rubric.yaml"), folder], { list });
    expect(result.code).toBe(2);
    expect(result.stderr).toContain("没有权限（EACCES） [file-unreadable]");
  });
});

describe("files that cannot be read to their end", () => {
  it("are told by name, also when the fault comes in the middle", async () => {
    const chunks: Io["chunks"] = async function* (path) {
      yield bytesOf(data);
      throw Object.assign(new Error("no"), { code: "EIO", path });
    };
    const result = await run(["score", at("rubric.yaml"), at("data.csv")], { chunks });
    expect([result.code, told(result), result.stdout]).toEqual([2, ["data.csv file-unreadable"], ""]);
  });

  it("an endless row is given up, whether or not a quotation mark opened it", async () => {
    const endless = (piece: string) => ({
      name: "endless.csv",
      async *chunks() {
        yield bytesOf('单位,得分\n甲,1\n乙,"'.slice(0, piece === "x" ? -1 : undefined));
        for (;;) yield bytesOf(piece.repeat(1 << 16));
      },
    });
    for (const [piece, code] of [
      ["x", "row-too-long"],
      ["丙\n", "quote-not-closed"],
    ] as const) {
      const [finding] = await readRows(endless(piece), () => undefined);
      expect([finding?.code, finding?.cell?.line]).toEqual([code, 3]);
    }
  });

  it("standard input shows its lines, though it can be read only once", async () => {
    const bytes = bytesOf(data.replace("48.5", "x"));
    const result = await run(["score", at("rubric.yaml"), "-"], {
      chunks: async function* () {
        yield bytes;
      },
      readBytes: async (path) => (path === "-" ? bytes : readFileSync(path)),
    });
    expect(told(result)).toEqual(["<stdin>:3:6 value-not-number"]);
    expect(result.stderr).toContain("3 | 西街社区,x,36");
  });
});

describe("outputs", () => {
  const present = (): string[] => readdirSync(folder).sort();

  it("into a folder that is not there: nothing is written, nothing printed", async () => {
    const before = present();
    const result = await score(at("data.csv"), "-o", at("good.csv"), "-o", at("no/such/out.csv"));
    expect([result.code, told(result), result.stdout]).toEqual([
      3,
      ["no/such/out.csv output-unwritable"],
      "",
    ]);
    expect(result.stderr).toContain("所在的文件夹不存在");
    expect(present()).toEqual(before);
  });

  it("onto a folder", async () => {
    mkdirSync(at("out.csv"));
    const before = present();
    const result = await score(at("data.csv"), "-o", at("good.json"), "-o", at("out.csv"), "--lang", "en");
    expect([result.code, told(result), result.stdout]).toEqual([3, ["out.csv output-unwritable"], ""]);
    expect(result.stderr).toContain("it is a folder (EISDIR)");
    expect(present()).toEqual(before);
  });

  it("without permission", async () => {
    const writeFiles: Io["writeFiles"] = ([file]) =>
      Promise.reject(Object.assign(new Error("no"), { code: "EACCES", path: file?.path }));
    const result = await run(["score", at("rubric.yaml"), at("data.csv"), "-o", at("out.csv")], {
      writeFiles,
    });
    expect([result.code, told(result), result.stdout]).toEqual([3, ["out.csv output-unwritable"], ""]);
    expect(result.stderr).toContain("没有权限（EACCES）");
  });

  it.skipIf(process.platform === "win32")(
    "through a link leave the link, and never reach an input",
    async () => {
      write("target.csv", "old");
      symlinkSync(at("target.csv"), at("link.csv"));
      symlinkSync(at("data.csv"), at("sly.csv"));
      expect((await score(at("data.csv"), "-o", at("link.csv"))).code).toBe(0);
      expect(lstatSync(at("link.csv")).isSymbolicLink()).toBe(true);
      expect(readFileSync(at("target.csv"), "utf8")).toContain("东街社区");
      const result = await score(at("data.csv"), "-o", at("sly.csv"));
      expect([result.code, told(result)]).toEqual([2, ["sly.csv output-is-input"]]);
      expect(readFileSync(at("data.csv"), "utf8")).toBe(data);
    },
  );

  it.skipIf(process.platform === "win32")(
    "to a pipe or a device go into it, and do not take its place",
    async () => {
      execFileSync("mkfifo", [at("pipe")]);
      const reader = openSync(at("pipe"), constants.O_RDONLY | constants.O_NONBLOCK);
      try {
        expect((await score(at("data.csv"), "-o", `csv:${at("pipe")}`)).code).toBe(0);
        expect(statSync(at("pipe")).isFIFO()).toBe(true);
        expect(readFileSync(reader, "utf8")).toContain("东街社区");
      } finally {
        closeSync(reader);
      }
    },
  );

  it("are not touched when anything is wrong", async () => {
    write("out.csv", "before");
    write("data.csv", data.replace("36", "41"));
    expect((await score(at("data.csv"), "-o", at("out.csv"))).code).toBe(1);
    expect(readFileSync(at("out.csv"), "utf8")).toBe("before");
  });
});

describe("rubrics that would keep a parser busy", () => {
  const check = (text: string): Promise<Run> => run(["check", write("rubric.yaml", text)]);
  const levels = (count: number): string =>
    Array.from({ length: count }, (_, level) => `${" ".repeat(level)}a:`).join("\n");
  test.each<[string, string, RegExp]>([
    ["100,000 brackets", `a: ${"[".repeat(100_000)}`, /:1:68 yaml-too-deep$/],
    ["100,000 braces", `a: ${"{a: ".repeat(100_000)}`, /yaml-too-deep$/],
    ["brackets behind a quotation mark", `a: [a "${"[".repeat(100_000)}`, /yaml-(?:too-deep|syntax)$/],
    ["brackets behind an apostrophe", `a: [it 's ${"[".repeat(100_000)}`, /yaml-(?:too-deep|syntax)$/],
    ["100,000 dashes", "- ".repeat(100_000), /yaml-too-deep$/],
    ["700 levels of indentation", levels(700), /yaml-too-deep$/],
    ["200 levels of indentation", levels(200), /unknown-key$/],
    [
      "50,000 keys",
      `${Array.from({ length: 50_000 }, (_, key) => `k${key}: 1`).join("\n")}\n`,
      /unknown-key$/,
    ],
    ["50,000 equal keys", "k: 1\n".repeat(50_000), /yaml-duplicate-key$/],
    ["one line of 100,000 items", `indicators: [${"a,".repeat(100_000)}]`, /wrong-type$/],
    ["20,000 documents", "a: 1\n---\n".repeat(20_000), /yaml-several-documents$/],
    ["50,000 lines with tabs", `a:\n${"\tb: 1\n".repeat(50_000)}`, /yaml-tab$/],
    ["closing brackets only", "]}:\n".repeat(50_000), /yaml-syntax$/],
    ["two megabytes", `# ${"长".repeat(2_000_000)}\n`, /rubric-too-long$/],
  ])("%s", async (_, text, expected) => {
    const result = await check(text);
    expect(result.code).toBe(1);
    expect(told(result).some((finding) => expected.test(finding))).toBe(true);
    // However many findings there are, what is told of them can be read.
    expect(result.stdout.length).toBeLessThan(200_000);
  });

  it.each([
    ["ceping", rubric.replace("ceping: 1", "ceping: { a: b }"), "rubric.yaml:1:9 wrong-type"],
    ["rule", rubric.replace("rule: marks", "rule: { a: b }"), /^rubric\.yaml:\d+:\d+ wrong-type$/],
    ["as", rubric.replace("rule: marks", "as: [a], rule: marks"), /^rubric\.yaml:\d+:\d+ wrong-type$/],
    [
      "the name of what has no rule",
      rubric.replace("name: 材料审核, points: 60, rule: marks", "name: { a: b }"),
      /rule-missing$/,
    ],
  ])("a list or a map where a word is wanted: %s", async (_, text, expected) => {
    const result = await check(text);
    expect(result.code).toBe(1);
    expect(told(result)).toContainEqual(expect.stringMatching(expected));
  });

  it("names that every JavaScript object has are no keys, rules or formats", async () => {
    const text = rubric
      .replace("rule: marks", "rule: constructor")
      .replace("points: 40", "toString: 40, points: 40");
    const result = await check(`${text}__proto__: { a: b }\nhasOwnProperty: 1\n`);
    expect(told(result)).toEqual([
      "rubric.yaml:7:56 unknown-word",
      "rubric.yaml:8:38 unknown-key",
      "rubric.yaml:9:1 unknown-key",
      "rubric.yaml:10:1 unknown-key",
    ]);
    expect(result.stdout).not.toContain("属于规则");
  });
});

describe("many findings", () => {
  it("of one file are counted past the first fifty, and stand in full in JSON", async () => {
    const result = await score(write("bad.csv", `单位,材料审核,实地考察\n${"甲,x,y\n".repeat(1)}`));
    expect(told(result)).toHaveLength(2);
    const rows = Array.from({ length: 150 }, (_, row) => `单位${row},x,30\n`).join("");
    const many = await score(write("many.csv", `单位,材料审核,实地考察\n${rows}`), "--lang", "en");
    expect(many.stderr).toContain(
      "many.csv: 100 more findings: 100 [value-not-number]; ceping check --all --data lists them all\n150 errors",
    );
  });

  it("are all told by check --all", async () => {
    const rows = Array.from({ length: 150 }, (_, row) => `单位${row},x,30\n`).join("");
    const data = write("many.csv", `单位,材料审核,实地考察\n${rows}`);
    const check = ["check", at("rubric.yaml"), "--data", data, "--lang", "en"];
    expect((await run(check)).stdout).toContain("many.csv: 100 more findings");
    const all = await run([...check, "--all"]);
    expect(all.stdout).not.toContain("more findings");
    expect(all.stdout.match(/many\.csv:\d+:\d+: error/gm)).toHaveLength(150);
  });

  it("in one row of 20,000 columns are placed in one walk", async () => {
    const headings = Array.from({ length: 20_000 }, (_, column) => `列${column}`).join(",");
    const result = await score(write("wide.csv", `单位,${headings}\n甲${",".repeat(20_000)}\n`));
    expect(told(result).slice(0, 2)).toEqual([
      "wide.csv:1:4 heading-unknown",
      "wide.csv:1:7 heading-unknown",
    ]);
    expect(result.stderr).toContain("wide.csv: 另有 19950 个问题：19950 [heading-unknown]");
  });
});

describe("rows and cells are found wherever the file is cut into pieces", () => {
  const text =
    '\uFEFF单位,备注,"值"\r\n"东街,\r\n社区","他说：""好，𠮷利""",1\r\n\r\n西街,"",\n"南\n\n街",é,"3\r\n3"\r\n北街,,4';
  const rows = async (size: number): Promise<[number, string[]][]> => {
    const bytes = bytesOf(text);
    const found: [number, string[]][] = [];
    const source = {
      name: "pieces.csv",
      async *chunks() {
        for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
      },
    };
    expect(await readRows(source, (fields, line) => void found.push([line, [...fields]]))).toEqual([]);
    return found;
  };
  test.each([1, 2, 3, 5, 7, 64, 1000])("%i bytes", async (size) => {
    const found = await rows(size);
    expect(found.map(([line]) => line)).toEqual([1, 2, 5, 6, 10]);
    // Every field stands where it is said to stand, counted in characters, not in units of UTF-16.
    for (const [line, fields] of found) {
      for (const [field, value] of fields.entries()) {
        const problem = {
          code: "x",
          severity: "error" as const,
          message: { zh: "", en: "" },
          hint: undefined,
        };
        const [placed] = placeCells([{ ...problem, cell: { line, field } }], text);
        const { start, end } = placed?.span ?? { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
        expect(cut(text.slice(1), start, end).replace(/^"|"$/g, "").replaceAll('""', '"')).toBe(value);
      }
    }
  });
});

interface Place {
  readonly line: number;
  readonly column: number;
}

/** The characters from one place to another, found the slow and plain way. */
function cut(text: string, start: Place, end: Place): string {
  const lines = text.split("\n");
  const offset = ({ line, column }: Place): number =>
    [
      ...lines
        .slice(0, line - 1)
        .map((before) => `${before}\n`)
        .join(""),
    ].length +
    column -
    1;
  return [...text].slice(offset(start), offset(end)).join("");
}

describe("whatever the input", () => {
  /** A world of two files in memory, in which nothing may be written. */
  const world = (files: Readonly<Record<string, Uint8Array>>): Partial<Io> => ({
    kindOf: async (path) => (path in files ? "file" : "missing"),
    identify: async (path) => path,
    readBytes: async (path) => files[path] ?? new Uint8Array(),
    chunks: async function* (path) {
      yield files[path] ?? new Uint8Array();
    },
    writeFiles: async (wanted) => expect(wanted).toEqual([]),
  });
  const spoilt = (text: string): fc.Arbitrary<Uint8Array> => {
    const bytes = bytesOf(text);
    const nasty = fc.constantFrom(
      '"',
      ",",
      "\n",
      "\r",
      "\t",
      "[",
      "{",
      "- ",
      ": ",
      "：",
      "*a",
      "&a",
      "!",
      "%",
      "\0",
      "1e9",
      "-",
      "|",
      ">",
      "不适用",
      "\u3000",
      "---\n",
    );
    const edit = fc.record({
      at: fc.nat(bytes.length),
      drop: fc.nat(6),
      add: fc.oneof(nasty.map(bytesOf), fc.uint8Array({ maxLength: 4 })),
    });
    return fc
      .array(edit, { minLength: 1, maxLength: 4 })
      .map((edits) =>
        edits.reduce<Uint8Array>(
          (before, { at: place, drop, add }) =>
            new Uint8Array([...before.subarray(0, place), ...add, ...before.subarray(place + drop)]),
          bytes,
        ),
      );
  };
  const anything = fc.oneof(
    fc.record({ rubric: spoilt(rubric), data: fc.constant(bytesOf(data)) }),
    fc.record({ rubric: fc.constant(bytesOf(rubric)), data: spoilt(data) }),
    fc.record({ rubric: spoilt(rubric), data: fc.uint8Array({ maxLength: 200 }) }),
  );

  it("the answer is a result or findings, never a fault of the program, and never both", async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (files) => {
        const result = await run(
          ["score", "r.yaml", "d.csv"],
          world({ "r.yaml": files.rubric, "d.csv": files.data }),
        );
        expect([0, 1]).toContain(result.code);
        if (result.code === 1) expect(result.stderr).toMatch(/\[[a-z0-9-]+\]\n/);
        expect(result.stdout === "").toBe(result.code !== 0);
      }),
      { seed: 20_211_121, numRuns: 1500 },
    );
  });
});
