import { expect, test } from "vitest";
import { rubricOf } from "../support/assess-text.ts";
import { checked } from "../support/checked-rubric.ts";

/** Of more tags than can be gone through, nothing is said: "not decided" is not "possible". */

const tags = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `签${index}`);
const codes = async (body: string): Promise<readonly string[]> =>
  (await checked(rubricOf(body))).map(({ code }) => code);

const cases = (count: number, last: string): string => {
  const list = tags(count);
  const own = list.map((tag, index) => `      - { when: { tag: ${tag} }, value: ${index + 1} }`).join("\n");
  return `units: { tags: [${list}] }
indicators:
  - id: a
    name: 甲项
    rule: marks
    out-of: 100
    points:
${own}
${last.replace("ALL", `[${list}]`)}`;
};
const none = "      - { when: { not: { tag: ALL } }, value: 3 }";

test("cases by tag that leave nobody out", async () => {
  expect(await codes(cases(15, none))).toEqual([]);
  expect(await codes(cases(17, none))).toEqual([]);
});

test("cases by tag that leave units out are told of where that is decided", async () => {
  expect(await codes(cases(15, ""))).toContain("case-missing");
});

const twins = (count: number): string => {
  const list = tags(count);
  const group = (id: string, own: string): string =>
    `  - { id: ${id}, name: 同名, points: 50, rule: marks, applies-to: ${own} }`;
  return `units: { tags: [${list}] }
indicators:
${group("a", `{ tag: [${list}] }`)}
${group("b", `{ all: [${list.map((tag) => `{ not: { tag: ${tag} } }`).join(", ")}] }`)}`;
};

test("items of one name of which no unit has both", async () => {
  expect(await codes(twins(6))).not.toContain("name-duplicate");
  expect(await codes(twins(17))).not.toContain("name-duplicate");
});
