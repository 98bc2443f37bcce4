import { describe, expect, test } from "vitest";
import { parseDay } from "../../src/base/date.ts";
import { periodText } from "../../src/base/period.ts";
import { planRubric } from "../../src/cli/load.ts";
import { compileRubric } from "../../src/rubric/compile.ts";
import { documentAt, isDated, versionsOf } from "../../src/rubric/dated.ts";
import { parseRubricDocument, type RubricDocument } from "../../src/rubric/document.ts";
import { readRubric } from "../../src/rubric/read.ts";
import { rubricOf, total } from "../support/assess-text.ts";

function documentOf(text: string): RubricDocument {
  const document = parseRubricDocument("rubric.yaml", text);
  if (!document.ok) throw new Error("the rubric does not read");
  return document.value;
}

const wins = (cases: string, more = "", indicator = ""): string =>
  rubricOf(
    `${more}\nindicators:\n  - id: wins\n    name: 胜\n    as: bonus\n    rule: each-time\n${indicator}    each:\n${cases.replace(/^(?=.)/gm, "      - ")}\n`,
  );
const league = wins("{ valid: { to: 1980 }, value: 2 }\n{ valid: { from: 1981 }, value: 3 }");
const versions = (text: string): string[] => versionsOf(documentOf(text)).map((one) => periodText(one).en);
const codes = (text: string, asOf?: string): string[] =>
  planRubric("rubric.yaml", text, asOf).findings.map(({ code }) => code);

describe("the day decides", () => {
  test.each([
    ["1980-12-31", "20"],
    ["1981-01-01", "30"],
    ["1900-01-01", "20"],
    ["2100-01-01", "30"],
  ])("%s: ten wins are %s points", async (asOf, points) => {
    expect(await total(league, "单位,wins\n甲,10\n", undefined, { asOf })).toBe(points);
  });

  test("both ends are among the days; a month and a year are whole ones", () => {
    const document = documentOf(wins("{ valid: { from: 1981-03, to: 1984-02 }, value: 3 }"));
    const holds = (day: string): boolean => {
      const at = documentAt(document, parseDay(day) ?? 0);
      return JSON.stringify(at?.data).includes('"value":"3"');
    };
    expect(["1981-02-28", "1981-03-01", "1984-02-29", "1984-03-01"].map(holds)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe("versions", () => {
  test("a rubric that always holds is one, and stays as it is", () => {
    const document = documentOf(wins("{ value: 3 }"));
    expect(isDated(document)).toBe(false);
    expect(documentAt(document, 19800101)).toBe(document);
  });

  test("they part where something begins, and the day after it ends", () => {
    expect(versions(league)).toEqual(["until 1980-12-31", "from 1981-01-01"]);
    expect(versions(wins("{ valid: { from: 1992-07-01, to: 1998-06-30 }, value: 3 }"))).toEqual([
      "until 1992-06-30",
      "1992-07-01 to 1998-06-30",
      "from 1998-07-01",
    ]);
  });

  test("what stands in something that does not hold changes nothing", () => {
    const inside = wins(
      "{ valid: { to: 1980 }, value: 2 }\n{ valid: { from: 1981 }, value: 3 }",
      "",
      "    valid: { from: 1979, to: 1985 }\n",
    );
    expect(versions(inside)).toEqual([
      "until 1978-12-31",
      "1979-01-01 to 1980-12-31",
      "1981-01-01 to 1985-12-31",
      "from 1986-01-01",
    ]);
    expect(versions(inside.replace("from: 1979", "from: 1982"))).toEqual([
      "until 1981-12-31",
      "1982-01-01 to 1985-12-31",
      "from 1986-01-01",
    ]);
  });

  test("they lie within the days of the whole rubric, which has none outside", () => {
    const whole = league.replace("indicators:", "valid: { from: 1979-05-05, to: 9999-12-31 }\nindicators:");
    expect(versions(whole)).toEqual(["1979-05-05 to 1980-12-31", "1981-01-01 to 9999-12-31"]);
    expect(documentAt(documentOf(whole), 19790504)).toBeUndefined();
    expect(codes(whole, "1979-05-04")).toEqual(["as-of-outside"]);
  });

  test("each keeps its places, and says itself when it holds", () => {
    const at = documentAt(documentOf(league), 19850101);
    expect(at?.place(["indicators", 0, "each", 0, "value"]).span.start.line).toBe(13);
    expect(at?.data).toMatchObject({ valid: { from: "1981-01-01" } });
    expect(at && versionsOf(at)).toHaveLength(1);
  });
});

test("gates, vetoes and ties of which none holds are left away with their section", () => {
  const text = rubricOf(
    [
      "ranking: { ties: [{ score: a, valid: { from: 1990 } }] }",
      "gates: { list: [{ id: g, name: 准入, valid: { from: 1990 } }] }",
      "vetoes: { missing: no, list: [{ id: v, name: 否决, valid: { from: 1990 } }] }",
      "indicators: [{ id: a, name: 甲, points: 5, rule: marks }]",
    ].join("\n"),
  );
  const before = planRubric("rubric.yaml", text, "1989-12-31");
  const after = planRubric("rubric.yaml", text, "1990-01-01");
  const count = (planned: typeof before): number[] | undefined =>
    planned.ok
      ? [planned.value.plan.gates, planned.value.plan.vetoes, planned.value.plan.ranking.ties].map(
          ({ length }) => length,
        )
      : undefined;
  expect(count(before)).toEqual([0, 0, 0]);
  expect(count(after)).toEqual([1, 1, 1]);
});

describe("what is wrong with periods is told, whichever day is asked for", () => {
  const gone = (lists: string): string => rubricOf(lists);
  test.each([
    ["a text that is no day", wins("{ valid: { from: 1981/82 }, value: 3 }"), ["valid-day"]],
    ["neither end", wins("{ valid: {}, value: 3 }"), ["valid-nothing"]],
    ["the wrong way round", wins("{ valid: { from: 1990, to: 1980 }, value: 3 }"), ["valid-order"]],
    [
      "a day too few",
      wins("{ valid: { to: 1980-12-30 }, value: 2 }\n{ valid: { from: 1981 }, value: 3 }"),
      ["valid-gap"],
    ],
    [
      "a day too many",
      wins("{ valid: { to: 1981-01-01 }, value: 2 }\n{ valid: { from: 1981 }, value: 3 }"),
      ["valid-overlap"],
    ],
    ["no last figure", wins("{ valid: { to: 1980 }, value: 2 }"), ["valid-gap"]],
    [
      "cases of one time that a condition tells apart",
      wins(
        "{ valid: { to: 1980 }, value: 2 }\n{ valid: { from: 1981 }, when: { tag: 甲 }, value: 4 }\n{ valid: { from: 1981 }, otherwise: 3 }",
      ),
      [],
    ],
    [
      "outside of what is around",
      wins("{ value: 3 }", "valid: { from: 1981 }", "    valid: { to: 1980 }\n"),
      ["valid-none-left", "valid-outside"],
    ],
    [
      "no outcome left",
      gone(
        "indicators: [{ id: a, name: 甲, points: 5, rule: marks }]\noutcomes: [{ name: 好, otherwise: yes, valid: { to: 1990 } }]",
      ),
      ["valid-none-left"],
    ],
    [
      "no indicator left",
      gone("indicators: [{ id: a, name: 甲, points: 5, rule: marks, valid: { to: 1990 } }]"),
      ["valid-none-left"],
    ],
    [
      "a condition that cannot have any",
      gone(
        "indicators: [{ id: a, name: 甲, points: 5, rule: threshold, when: { all: [{ input: x, at-least: 1, valid: { to: 1970 } }, { input: x, at-least: 2 }] } }]\ninputs: { x: {} }",
      ),
      ["unknown-key"],
    ],
  ])("%s", (_, text, expected) => {
    expect(codes(text, "2000-01-01")).toEqual(expected);
  });

  test("a gap and an overlap name their days, however many versions they last", () => {
    const other =
      "  - { id: x, name: 乙, as: bonus, points: 1, rule: once, valid: { from: 1983, to: 1984 } }\n";
    const { findings } = planRubric(
      "rubric.yaml",
      wins("{ valid: { to: 1980 }, value: 2 }\n{ valid: { from: 1990 }, value: 3 }").replace(
        "indicators:\n",
        `indicators:\n${other}`,
      ),
      "2000-01-01",
    );
    expect(findings.map(({ message }) => message)).toEqual([
      {
        zh: "1981-01-01 至 1989-12-31，“each”没有数可用",
        en: 'there is no figure for "each" from 1981-01-01 to 1989-12-31',
      },
    ]);
  });
});

test("without a day nothing is picked: neither by the command line nor by the library", () => {
  expect(codes(league)).toEqual(["as-of-missing"]);
  const document = documentOf(league);
  const read = readRubric(document);
  expect(read.ok && compileRubric(document, read.value).findings.map(({ code }) => code)).toEqual([
    "as-of-missing",
  ]);
});
