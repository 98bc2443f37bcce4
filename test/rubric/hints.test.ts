import { describe, expect, it, test } from "vitest";
import { planText, rubricOf } from "../support/assess-text.ts";

const indicators = "indicators:\n  - { id: docs, name: 材料, points: 100, rule: marks }\n";
const hintsOf = (rubric: string): (string | undefined)[] =>
  planText(rubricOf(rubric)).findings.map(({ code, hint }) => `${code} ${hint?.en}`);

describe("a negative number is told with what may stand there", () => {
  const quota = (size: string): string =>
    `${indicators}outcomes:\n  - { name: 命名, when: { score: total, at-least: 85 }, quota: { ${size}, tie: all } }\n  - { name: 不命名, otherwise: yes }\n`;

  test.each([
    ["share: -10%, of: group", "rubric-negative the share of a quota is from 0% to 100%, such as 90%"],
    ["most: -1", "rubric-negative a quota is a whole number of units, 0 or more"],
    [
      "most: [{ when: { category: a }, value: -1 }]",
      "rubric-negative a quota is a whole number of units, 0 or more",
    ],
  ])("in a quota: %s", (size, expected) => {
    expect(hintsOf(quota(size))).toContain(expected);
  });

  it("as points", () => {
    expect(hintsOf(indicators.replace("100", "-5"))).toEqual([expect.stringContaining("as: deduction")]);
  });
});

test.each(["vetoes", "gates", "phases"])("%s as a list should have it below list", (key) => {
  const [hint, ...others] = hintsOf(`${indicators}${key}:\n  - { id: fire, name: 火灾 }\n`);
  expect([hint, others]).toEqual([expect.stringContaining(`put a line "list:" below "${key}:"`), []]);
});

test("an unknown key is told with those most like it first", () => {
  const [hint] = hintsOf(indicators.replace("rule: marks", "rule: marks, methodical-way: 3"));
  expect(hint).toMatch(/^unknown-key allowed are: methods?, methods?,/);
});

describe("points that do not add up", () => {
  const sumOf = (rubric: string): string | undefined =>
    planText(rubricOf(rubric)).findings.find(({ code }) => code === "points-sum")?.message.en;
  const bonus = "  - { id: more, name: 加分, as: bonus, points: 10, rule: once }\n";

  it("are told with what of the rubric does not count towards them", () => {
    expect(sumOf(`points: 110\n${indicators}${bonus}`)).toMatch(
      /adds up to 100: bonus and deductions \(10\) do not count towards it$/,
    );
  });
  it("and as a sum where there are several", () => {
    const two = `${indicators}  - { id: site, name: 实地, points: 5, rule: marks }\n`;
    expect(sumOf(`points: 110\n${two}`)).toMatch(/adds up to 105 \(100\+5\)$/);
    expect(sumOf(`points: 110\n${indicators}`)).toMatch(/adds up to 100$/);
  });
});

test.each([
  ["60，", "has characters of a Chinese input method: ，", 'write plain "60"'],
  ["60%、", "has characters of a Chinese input method: 、", 'write plain "60%"'],
  ['"60 "', "has a blank at its beginning or end", 'write plain "60"'],
])("what stands beside a number is named: %s", (typed, message, hint) => {
  const [finding] = planText(rubricOf(indicators.replace("100", typed))).findings;
  expect(finding).toMatchObject({
    code: "wide-typing",
    message: { en: expect.stringContaining(message) },
    hint: { en: hint },
  });
});
