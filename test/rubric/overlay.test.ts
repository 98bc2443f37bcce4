import { createHash } from "node:crypto";
import { describe, expect, it, test } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { type Run, run } from "../support/recording-io.ts";

type Files = Readonly<Record<string, string>>;

/** A world of some files in memory; what is written is kept in `written`. */
function world(files: Files, written: string[] = []): Partial<Io> {
  const bytes = (path: string): Uint8Array => new TextEncoder().encode(files[path] ?? "");
  return {
    kindOf: async (path) => (path in files ? "file" : "missing"),
    identify: async (path) => path.replace(/[^/]+\/\.\.\//g, ""),
    list: async () => Object.keys(files),
    readBytes: async (path) => bytes(path),
    chunks: async function* (path) {
      yield bytes(path);
    },
    writeFiles: async (wanted) => void written.push(...wanted.map(({ path }) => path)),
  };
}

const national = `ceping: 1
id: national
title: 国家
version: "2020"
source: 国家文件
inputs:
  accident: { name: 事故, type: yes-no }
indicators:
  - id: work
    name: 工作
    indicators:
      - { id: lead, name: 领导, rule: marks }
      - { id: study, name: 学习, rule: marks }
  - { id: forms, name: 台账, rule: marks }
vetoes:
  list: [{ id: v1, name: 事故否决, when: { input: accident } }]
outcomes:
  - { name: 命名, when: { score: total, at-least: 90 } }
  - { name: 不命名, otherwise: yes }
`;
const heading = (base: string, id: string): string =>
  `ceping: 1\nextends: ${base}\nid: ${id}\ntitle: ${id}\nversion: "2021"\n`;
const province = `${heading("national.yaml", "province")}points: 100
rounding: { places: 0 }
change:
  lead: { points: 40 }
  study: { points: 50 }
add:
  - { into: work, after: lead, indicator: { id: local, name: 特色, points: 10, rule: marks } }
drop: [forms]
`;
const year = `${heading("province.yaml", "year")}change:
  lead: { points: 45 }
  local: { points: 5, out-of: 10 }
  v1: { when: { input: accident, is: 无 }, name: 没有事故 }
outcomes:
  - { name: 先进, when: { all: [{ score: total, at-least: 95 }, { not: { veto: any } }] } }
  - { name: 一般, otherwise: yes }
`;
const data = "单位,领导,学习,特色,事故\n甲,40,50,10,有\n乙,20,30,5,有\n";
const chain: Files = {
  "national.yaml": national,
  "province.yaml": province,
  "year.yaml": year,
  "data.csv": data,
};

interface Told {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly hint: string;
}

/** What `check` says of a rubric: file:line:column and code. */
async function check(
  files: Files,
  path: string,
): Promise<{ code: number; told: string[]; findings: Told[] }> {
  const { code, stdout } = await run(["check", path, "-f", "json"], world(files));
  const { findings } = JSON.parse(stdout) as { findings: Told[] }; // as the contract says
  return {
    code,
    findings,
    told: findings.map((told) => `${told.file}:${told.line}:${told.column} ${told.code}`),
  };
}

/** What `check` says of an overlay over the national rubric, without the heading of five lines. */
const checkOverlay = async (body: string): Promise<string[]> =>
  (await check({ ...chain, "o.yaml": `${heading("province.yaml", "o")}${body}` }, "o.yaml")).told;

const score = (files: Files, path: string, ...more: string[]): Promise<Run> =>
  run(["score", path, "data.csv", ...more], world(files));

interface Scored {
  readonly rubric: { readonly id: string; readonly sha256: string };
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  readonly units: readonly {
    readonly name: string;
    readonly total: string;
    readonly outcome: string;
    readonly indicators: readonly { readonly id: string; readonly points: string }[];
  }[];
}
const scored = async (path: string): Promise<Scored> =>
  JSON.parse((await score(chain, path, "-f", "json")).stdout) as Scored; // as the contract says

describe("a rubric that extends another", () => {
  it("scores by what was changed, added and dropped", async () => {
    const { units } = await scored("province.yaml");
    expect(units.map(({ name, total, outcome }) => [name, total, outcome])).toEqual([
      ["甲", "100", "命名"],
      ["乙", "55", "不命名"],
    ]);
    expect(units[0]?.indicators.map(({ id, points }) => [id, points])).toEqual([
      ["lead", "40"],
      ["local", "10"],
      ["study", "50"],
    ]);
  });

  it("may itself be extended: the last word is the year's, the rest the province's", async () => {
    const { rubric, units } = await scored("year.yaml");
    expect(rubric.id).toBe("year");
    expect(units.map(({ name, total, outcome }) => [name, total, outcome])).toEqual([
      ["甲", "95", "先进"],
      ["乙", "53", "一般"],
    ]);
  });

  it("names the bytes of every file it was made from", async () => {
    const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
    const { rubric, inputs } = await scored("year.yaml");
    expect(rubric.sha256).toBe(sha256(year));
    expect(inputs.map(({ path, sha256: digest }) => [path, digest])).toEqual([
      ["province.yaml", sha256(province)],
      ["national.yaml", sha256(national)],
      ["data.csv", sha256(data)],
    ]);
  });

  it("does not take over what says which file this is", async () => {
    const anonymous = province.replace(/^(?:id|title|version): .*\n/gm, "");
    const { told } = await check({ ...chain, "province.yaml": anonymous }, "province.yaml");
    expect(told).toEqual(Array.from({ length: 3 }, () => "province.yaml:1:1 missing-key"));
  });

  it("explains each figure by the file it stands in", async () => {
    const { stdout } = await run(
      ["explain", "year.yaml", "data.csv", "--unit", "甲", "--lang", "en"],
      world(chain),
    );
    expect(stdout).toMatch(/领导 {2}40 \/ 45 {2}national\.yaml:12\n/);
    expect(stdout).toMatch(/特色 {2}5 \/ 5 {2}province\.yaml:12\n/);
  });

  it("is found beside the file that extends it", async () => {
    const files = {
      "a/national.yaml": national,
      "a/b/province.yaml": province.replace("national.yaml", "../national.yaml"),
      "a/year.yaml": year.replace("province.yaml", "./b/province.yaml"),
    };
    const moved = { ...files, "a/b/../national.yaml": national };
    expect(await check(moved, "a/year.yaml")).toEqual({ code: 0, told: [], findings: [] });
  });

  it("can change inputs by id, and give inputs and scales by name", async () => {
    const body = `inputs:
  extra: { name: 另加 }
scales:
  两级: { 好: 100%, 差: 0% }
change:
  accident: { name: 责任事故 }
  study: { rule: grade, scale: 两级 }
`;
    const files = { ...chain, "o.yaml": `${heading("province.yaml", "o")}${body}` };
    expect(await check(files, "o.yaml")).toMatchObject({ code: 0, told: ["o.yaml:7:3 input-unused"] });
    const { stdout } = await run(["check", "--print", "o.yaml"], world(files));
    expect(stdout).toContain("name: 责任事故 # o.yaml:11\n    type: yes-no # national.yaml:7\n");
    expect(stdout).toContain("name: 另加 # o.yaml:7\n");
  });

  it("is not at fault where what it builds on declares a scale for what is dropped, but for its own", async () => {
    const base = `ceping: 1
id: base
title: base
version: "1"
scales: { 两级: { 好: 100%, 差: 0% } }
indicators:
  - { id: a, name: 甲, points: 5, rule: marks }
  - { id: b, name: 乙, points: 5, rule: grade, scale: 两级 }
`;
    const own = "scales: { 三级: { 好: 100%, 中: 50%, 差: 0% } }\n";
    const files = { "base.yaml": base, "o.yaml": `${heading("base.yaml", "o")}drop: b\n` };
    expect(await check(files, "o.yaml")).toMatchObject({ code: 0, told: [] });
    const more = { ...files, "o.yaml": `${files["o.yaml"]}${own}` };
    expect((await check(more, "o.yaml")).told).toEqual(["o.yaml:7:11 scale-unused"]);
    const left = base.replace(/^ {2}- \{ id: b.*\n/m, "");
    expect((await check({ "base.yaml": left }, "base.yaml")).told).toEqual(["base.yaml:5:11 scale-unused"]);
  });

  it("can take an indicator out and put another in under its id", async () => {
    const body = `drop: study
add:
  - { into: work, before: lead, indicator: { id: study, name: 新学习, points: 50, rule: once } }
  - { before: study, indicator: { id: first, name: 先行, points: 1, as: bonus, rule: fixed } }
`;
    expect(await checkOverlay(body)).toEqual(["o.yaml:9:71 part-inside", "province.yaml:6:9 points-sum"]);
    expect(await checkOverlay(body.replace(" as: bonus,", "").replace("points: 50", "points: 49"))).toEqual(
      [],
    );
  });

  it("can add and drop gates and vetoes, and take keys out of an indicator", async () => {
    const body = `change:
  local: { rule: once, drop: [out-of] }
  study: { points: 45 }
add:
  - { gate: { id: g1, name: 已申报 } }
  - { before: v1, veto: { id: v0, name: 弄虚作假 } }
  - { after: local, indicator: { id: more, name: 另加, points: 5, rule: marks } }
drop: [v1]
`;
    const without = body.replace("before: v1, ", "");
    const files = { ...chain, "o.yaml": `${heading("year.yaml", "o")}${without}` };
    expect(await check(files, "o.yaml")).toMatchObject({ code: 0, told: ["o.yaml:10:29 gate-unused"] });
    const { stdout } = await run(["check", "--print", "o.yaml"], world(files));
    expect(stdout).toMatch(/gates:\n {2}missing: finding # default\n {2}list:\n {4}- id: g1 # o\.yaml:10\n/);
    expect(stdout).toMatch(/vetoes:\n {2}missing: finding # default\n {2}list:\n {4}- id: v0 # o\.yaml:11\n/);
    expect(stdout).toMatch(/id: local [\s\S]*id: more [\s\S]*id: study /);
    expect(await checkOverlay(body.replace(", drop: [out-of]", ""))).toEqual([
      "o.yaml:11:15 unknown-reference",
    ]);
  });
});

describe("findings stand in the file that is at fault", () => {
  it("points that the province forgot are missing in the base", async () => {
    const files = { ...chain, "province.yaml": province.replace("  study: { points: 50 }\n", "") };
    expect((await check(files, "province.yaml")).told).toEqual(["national.yaml:13:9 points-missing"]);
    expect((await check(chain, "national.yaml")).told).toEqual([
      "national.yaml:12:9 points-missing",
      "national.yaml:13:9 points-missing",
      "national.yaml:14:5 points-missing",
    ]);
  });

  it("a wrong figure is shown with its own line, whichever file was named", async () => {
    const files = { ...chain, "province.yaml": province.replace("points: 40", "points: forty") };
    const { code, stdout } = await run(["check", "year.yaml", "--lang", "en"], world(files));
    expect(code).toBe(0); // the year gives its own
    expect(stdout).toBe("");
    const wrong = { ...chain, "province.yaml": province.replace("points: 50", "points: fifty") };
    const told = await run(["check", "year.yaml", "--lang", "en"], world(wrong));
    expect(told.code).toBe(1);
    expect(told.stdout).toContain(
      'province.yaml:10:20: error: "fifty" is not a number [rubric-number]\n10 |   study: { points: fifty }\n',
    );
  });

  it("what still speaks of a dropped item does so where it stands", async () => {
    expect(await checkOverlay("drop: [accident]\n")).toEqual(["national.yaml:16:47 unknown-reference"]);
  });

  it("a sum that is wrong in the whole is told at the points of the file that declares them", async () => {
    expect(await checkOverlay("change:\n  lead: { points: 41 }\n")).toEqual(["province.yaml:6:9 points-sum"]);
    const text = `${heading("province.yaml", "o")}change:\n  lead: { points: 41 }\n`;
    const { stdout } = await run(["check", "o.yaml", "--lang", "zh-CN"], world({ ...chain, "o.yaml": text }));
    expect(stdout).toContain("里面各项合计 101 分 [points-sum]");
    expect(stdout).toContain("这是按 o.yaml 改动后的合计：改了分的有“领导”；");
  });

  it("an id used in two files names the other file", async () => {
    const { findings } = await check(
      {
        ...chain,
        "o.yaml": `${heading("province.yaml", "o")}add:\n  - { into: total, indicator: { id: lead, name: 又一, points: 1, rule: marks } }\n`,
      },
      "o.yaml",
    );
    expect(findings).toMatchObject([
      {
        code: "duplicate-id",
        file: "o.yaml",
        line: 7,
        message: "编号“lead”用了两次，前一次在 national.yaml 第 12 行",
      },
    ]);
  });
});

describe("findings of the overlay itself", () => {
  const addition = "indicator: { id: n, name: 新, points: 1, rule: marks }";
  test.each<[string, string, string[]]>([
    ["an unknown id to change", "change:\n  leed: { points: 1 }\n", ["7:3 unknown-reference"]],
    ["an unknown id to drop", "drop: [leed]\n", ["6:8 unknown-reference"]],
    ["an id dropped before", "drop: [forms]\n", ["6:8 unknown-reference"]],
    [
      "an id dropped and changed",
      "change:\n  lead: { points: 1 }\ndrop: [lead]\n",
      ["7:3 unknown-reference"],
    ],
    ["an unknown group", `add:\n  - { into: wrok, ${addition} }\n`, ["7:13 unknown-reference"]],
    ["an indicator taken for a group", `add:\n  - { into: lead, ${addition} }\n`, ["7:13 unknown-reference"]],
    ["an unknown sibling", `add:\n  - { after: leed, ${addition} }\n`, ["7:14 unknown-reference"]],
    [
      "a sibling elsewhere",
      `add:\n  - { into: total, after: lead, ${addition} }\n`,
      ["7:27 unknown-reference"],
    ],
    ["no place", `add:\n  - { ${addition} }\n`, ["7:5 add-place"]],
    ["two places", `add:\n  - { after: lead, before: lead, ${addition} }\n`, ["7:5 add-place"]],
    ["a gate in a group", "add:\n  - { into: work, gate: { id: g, name: 门 } }\n", ["7:5 add-place"]],
    ["nothing to add", "add:\n  - { into: work }\n", ["7:5 add-what"]],
    [
      "a misspelt kind",
      `add:\n  - { into: work, ${addition.replace("indicator", "indicater")} }\n`,
      ["7:19 unknown-key"],
    ],
    ["a change to the same", "change:\n  lead: { points: 40 }\n", ["7:3 overlay-without-effect"]],
    ["a change to the same number", "change:\n  lead: { points: 40.0 }\n", ["7:3 overlay-without-effect"]],
    ["the same rounding again", "rounding: { places: 0 }\n", ["6:1 overlay-without-effect"]],
    ["the same points again", "points: 100.0\n", ["6:1 overlay-without-effect"]],
    [
      "the same outcomes again",
      "outcomes:\n  - { name: 命名, when: { score: total, at-least: 90 } }\n  - { name: 不命名, otherwise: yes }\n",
      ["6:1 overlay-without-effect"],
    ],
    [
      "one input again and another one",
      "inputs:\n  accident: { name: 事故, type: yes-no }\n  staff: { name: 职工, type: count }\nchange:\n  v1: { when: { all: [{ input: accident }, { input: staff, at-least: 9 }] } }\n",
      ["7:3 overlay-without-effect"],
    ],
    ["another rounding", "rounding: { places: 1 }\n", []],
    ["a number of the paper that only looks the same", "change:\n  lead: { no: '1.0' }\n", []],
    ["a change of nothing", "change:\n  lead: { drop: [] }\n", ["7:3 overlay-without-effect"]],
    ["another id", "change:\n  lead: { id: leader }\n", ["7:11 overlay-fixed-key"]],
    ["the inside of a group", "change:\n  work: { indicators: [] }\n", ["7:11 overlay-fixed-key"]],
    ["indicators as a whole", "indicators: []\n", ["6:1 overlay-fixed-key"]],
    ["a key to drop that is not there", "change:\n  lead: { drop: [pionts] }\n", ["7:18 unknown-key"]],
    ["an id to drop", "change:\n  lead: { drop: [id] }\n", ["7:18 overlay-fixed-key"]],
    ["an unknown key of an indicator", "change:\n  lead: { pionts: 1 }\n", ["7:11 unknown-key"]],
    ["an unknown key of the file", "roundign: { places: 1 }\n", ["6:1 unknown-key"]],
    ["a misspelt key of the overlay", "chnage:\n  lead: { points: 1 }\n", ["6:1 unknown-key"]],
    [
      "texts for maps and lists",
      "change: lead\nadd: lead\ndrop: { lead: yes }\n",
      ["6:9 wrong-type", "7:6 wrong-type", "8:7 wrong-type"],
    ],
    [
      "an item that is no map",
      "change:\n  lead: 3\nadd: [lead]\ndrop: [[lead]]\n",
      ["7:9 wrong-type", "8:7 wrong-type", "9:8 wrong-type"],
    ],
  ])("%s", async (_, body, expected) => {
    expect(await checkOverlay(body)).toEqual(expected.map((told) => `o.yaml:${told}`));
  });

  it("a misspelt id comes with the near one", async () => {
    const files = { ...chain, "o.yaml": `${heading("province.yaml", "o")}drop: [locl]\n` };
    expect((await check(files, "o.yaml")).findings[0]?.hint).toBe("是否想写“local”？");
  });

  it("a change that changes nothing is a warning, and what is scored is the same", async () => {
    const files = {
      ...chain,
      "year.yaml": `${heading("province.yaml", "year")}change:\n  lead: { points: 40 }\n`,
    };
    const { code, stderr, stdout } = await score(files, "year.yaml", "-f", "csv");
    expect(code).toBe(0);
    expect(stderr).toContain("[overlay-without-effect]");
    expect(stdout).toBe((await score(files, "province.yaml", "-f", "csv")).stdout);
    expect((await score(files, "year.yaml", "--strict")).code).toBe(1);
  });

  it("change, add and drop without extends, and a misspelt extends", async () => {
    const alone = { "r.yaml": province.replace(/^extends.*\n/m, "") };
    expect((await check(alone, "r.yaml")).told).toEqual(
      ["7", "10", "12"].map((line) => `r.yaml:${line}:1 overlay-without-base`),
    );
    const misspelt = { "r.yaml": province.replace(/^extends/m, "extend") };
    expect((await check(misspelt, "r.yaml")).told[0]).toBe("r.yaml:2:1 unknown-key");
    const blank = { "r.yaml": province.replace(/^extends.*/m, "extends:") };
    expect((await check(blank, "r.yaml")).told).toEqual(["r.yaml:2:9 empty-value"]);
  });
});

describe("bases that cannot be had", () => {
  it("a missing one is told where it is named, and is wrong use", async () => {
    const files = { ...chain, "province.yaml": province.replace("national.yaml", "nationl.yaml") };
    const { code, findings } = await check(files, "year.yaml");
    expect(code).toBe(2);
    expect(findings).toMatchObject([
      {
        code: "base-unreadable",
        file: "province.yaml",
        line: 2,
        column: 10,
        hint: "是否想写“national.yaml”？",
      },
    ]);
    expect((await score(files, "year.yaml")).code).toBe(2);
  });

  it("a circle is told where it closes", async () => {
    const files = { ...chain, "national.yaml": `${heading("year.yaml", "national")}` };
    const { code, findings } = await check(files, "year.yaml");
    expect(code).toBe(1);
    expect(findings).toMatchObject([
      {
        code: "extends-circle",
        file: "national.yaml",
        line: 2,
        message: "这些文件互相以对方为基础，绕成了圈：year.yaml → province.yaml → national.yaml → year.yaml",
      },
    ]);
    const self = { "r.yaml": heading("r.yaml", "r") };
    expect((await check(self, "r.yaml")).told).toEqual(["r.yaml:2:10 extends-circle"]);
  });

  it("one that is no rubric is told in itself", async () => {
    expect((await check({ ...chain, "national.yaml": "a: [\n" }, "year.yaml")).told).toEqual([
      "national.yaml:1:4 yaml-syntax",
    ]);
    expect((await check({ ...chain, "national.yaml": "- a\n" }, "year.yaml")).told).toEqual([
      "national.yaml:1:1 wrong-type",
    ]);
  });

  it("no output may replace a base", async () => {
    const written: string[] = [];
    const { code, stderr } = await run(
      ["score", "year.yaml", "data.csv", "-o", "csv:national.yaml", "-o", "csv:province.yaml"],
      world(chain, written),
    );
    expect([code, written]).toEqual([2, []]);
    expect(stderr.match(/output-is-input/g)).toHaveLength(2);
  });
});
