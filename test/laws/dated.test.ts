import fc from "fast-check";
import { expect, test } from "vitest";
import type { Assessment } from "../../src/assess.ts";
import { dayAfter, dayBefore, formatDay, parseDay } from "../../src/base/date.ts";
import { formatExact } from "../../src/base/rational.ts";
import { documentAt, versionsOf } from "../../src/rubric/dated.ts";
import { parseRubricDocument } from "../../src/rubric/document.ts";
import { assessText, rubricOf } from "../support/assess-text.ts";

/** Laws of rubrics of which some holds for a time: what comes out on a day is what the rubric of that day gives. */

interface Valid {
  readonly from?: string;
  readonly to?: string;
}
interface Item {
  readonly valid: Valid | undefined;
  readonly size: number;
}

const ends = ["1979", "1980-12-30", "1980-12-31", "1981-01-01", "1981", "1984-02-29", "1990-06", "1992"];
const first = (end: string): string =>
  end.length === 4 ? `${end}-01-01` : end.length === 7 ? `${end}-01` : end;
const last = (end: string): string =>
  end.length === 4 ? `${end}-12-31` : end.length === 7 ? `${end}-30` : end;

/** By texts alone: the days of ISO compare as they do. */
const holds = ({ valid }: Item, day: string): boolean =>
  (valid?.from === undefined || first(valid.from) <= day) &&
  (valid?.to === undefined || day <= last(valid.to));

const period: fc.Arbitrary<Valid | undefined> = fc
  .record({ from: fc.option(fc.constantFrom(...ends)), to: fc.option(fc.constantFrom(...ends)) })
  .map(({ from, to }): Valid | undefined =>
    (from === null && to === null) || (from !== null && to !== null && first(from) > last(to))
      ? undefined
      : { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) },
  );
const item: fc.Arbitrary<Item> = fc.record({ valid: period, size: fc.integer({ min: 1, max: 9 }) });
const items = fc.array(item, { minLength: 1, maxLength: 4 });

const shape = fc.record({
  leaves: items,
  clauses: items,
  bands: items,
  gates: items,
  outcomes: items,
  ties: items,
  group: item,
  /** The days after which a figure changes, and what it is before and after each. */
  changes: fc.uniqueArray(fc.constantFrom("1979-12-31", "1980-12-31", "1984-02-28", "1990-06-30"), {
    maxLength: 4,
  }),
});
type Shape = typeof shape extends fc.Arbitrary<infer Of> ? Of : never;

/** With the periods written out, or for one day with what holds then and without any. */
function rubric(shaped: Shape, day?: string): string {
  const list = (all: readonly Item[], write: (one: Item, index: number) => string): string =>
    all
      .flatMap((one, index) => {
        if (day !== undefined) return holds(one, day) ? [`{ ${write(one, index)} }`] : [];
        const valid =
          one.valid &&
          `, valid: { ${Object.entries(one.valid)
            .map(([key, end]) => `${key}: ${end}`)
            .join(", ")} }`;
        return [`{ ${write(one, index)}${valid ?? ""} }`];
      })
      .join(", ");
  const always: Item = { valid: undefined, size: 1 };
  const changes = [...shaped.changes].sort();
  const figure = [...changes, undefined].map((to, index): Item => {
    const from = changes[index - 1];
    const valid = {
      ...(from === undefined ? {} : { from: formatDay(dayAfter(parseDay(from) ?? 0)) }),
      ...(to === undefined ? {} : { to }),
    };
    return { valid: changes.length === 0 ? undefined : valid, size: index + 1 };
  });
  const ties = list(
    shaped.ties,
    // No two are alike: where one took the place of its like, nothing would be seen to change.
    ({ size }, index) =>
      `score: ${size % 2 === 0 ? "base" : "wins"}, better: ${size > 4 ? "lower" : "higher"}, when: { not: { column: 序, is: 第${index} } }`,
  );
  const gates = list([...shaped.gates, always], (_, index) => `id: g${index}, name: 准入${index}`);
  return rubricOf(
    [
      ...(ties === "" ? [] : [`ranking: { ties: [${ties}] }`]),
      `gates: { missing: yes, list: [${gates}] }`,
      "missing: zero",
      `indicators: [${[
        "{ id: base, name: 基础, points: 5, rule: marks }",
        list(
          [shaped.group],
          () =>
            `id: group, name: 组, indicators: [${list([always, ...shaped.leaves], ({ size }, index) => `id: l${index}, name: 项${index}, points: ${size}, rule: proportional, target: 4`)}]`,
        ),
        `{ id: all, name: 各条, rule: clauses, clauses: [${list([always, ...shaped.clauses], ({ size }, index) => `id: c${index}, text: 条${index}, points: ${size}`)}] }`,
        `{ id: bands, name: 分段, points: 9, rule: bands, bands: [${list([...shaped.bands, always], ({ size }, index) => `at-least: ${9 - index}, give: ${size}`)}] }`,
        `{ id: wins, name: 胜, as: bonus, rule: each-time, each: [${list(figure, ({ size }) => `value: ${size}`)}] }`,
      ]
        .filter((one) => one !== "")
        .join(", ")}]`,
      `outcomes: [${list([...shaped.outcomes, always], ({ size }, index) =>
        index === shaped.outcomes.length
          ? "name: 其余, otherwise: yes"
          : `name: 结果${index}, when: { ${size > 6 ? "unmet-gate: any" : `score: total, at-least: ${size * 4}`} }`,
      )}]`,
    ].join("\n"),
  );
}

const headings = (shaped: Shape, day: string): string[] => [
  "base",
  ...(holds(shaped.group, day)
    ? ["l0", ...shaped.leaves.flatMap((one, index) => (holds(one, day) ? [`l${index + 1}`] : []))]
    : []),
  "c0",
  ...shaped.clauses.flatMap((one, index) => (holds(one, day) ? [`c${index + 1}`] : [])),
  "bands",
  "wins",
  ...shaped.gates.flatMap((one, index) => (holds(one, day) ? [`g${index}`] : [])),
  `g${shaped.gates.length}`,
];

function csv(shaped: Shape, day: string, picks: readonly number[]): string {
  const columns = headings(shaped, day);
  const cell = (heading: string, pick: number): string =>
    heading.startsWith("c") || heading.startsWith("g") ? (pick % 2 === 0 ? "是" : "否") : String(pick % 5);
  const rows = ["甲", "乙", "丙"].map((unit, row) =>
    [unit, ...columns.map((heading, index) => cell(heading, picks[row * 7 + index] ?? index))].join(","),
  );
  return `单位,${columns.join(",")}\n${rows.join("\n")}\n`;
}

const picture = ({ plan, results }: Assessment) => ({
  entries: plan.entries.map((entry) => (entry.kind === "leaf" ? entry.leaf.id : entry.id)),
  results: results.map(({ score, rank, outcome, reasons }) => [
    rank,
    score.unit.name,
    formatExact(score.total),
    score.contributions.map(formatExact),
    outcome,
    reasons,
  ]),
});

const interesting = ends.flatMap((end) => {
  const [start, stop] = [parseDay(first(end)) ?? 0, parseDay(last(end)) ?? 0];
  return [dayBefore(start), start, stop, dayAfter(stop)].map(formatDay);
});

test("a rubric on a day gives exactly what the rubric of that day gives, resolved by hand", async () => {
  let differing = 0;
  await fc.assert(
    fc.asyncProperty(
      shape,
      fc.constantFrom(...interesting),
      fc.array(fc.nat(9), { minLength: 60, maxLength: 60 }),
      async (shaped, day, picks) => {
        const data = csv(shaped, day, picks);
        const dated = await assessText(rubric(shaped), data, undefined, { asOf: day });
        const resolved = await assessText(rubric(shaped, day), data);
        if (resolved.assessment === undefined)
          throw new Error(resolved.findings.map(({ message }) => message.en).join("\n"));
        expect(dated.codes).toEqual(resolved.codes);
        expect(dated.assessment && picture(dated.assessment)).toEqual(picture(resolved.assessment));
        if (rubric(shaped) !== rubric(shaped, day)) differing += 1;
      },
    ),
    { numRuns: 200 },
  );
  expect(differing).toBeGreaterThan(150);
});

test("versions change on the days on which what holds changes, and on no others", () => {
  let parts = 0;
  fc.assert(
    fc.property(shape, (shaped) => {
      const document = parseRubricDocument("rubric.yaml", rubric(shaped));
      if (!document.ok) throw new Error("does not read");
      const versions = versionsOf(document.value);
      const starts = versions.flatMap(({ from }) => (from === undefined ? [] : [formatDay(from)]));
      const changes = [...new Set(interesting)]
        .sort()
        .filter((day) => rubric(shaped, day) !== rubric(shaped, formatDay(dayBefore(parseDay(day) ?? 0))));
      // Figures change on days of their own, which are all among those looked at or the day after a change.
      const own = shaped.changes.map((day) => formatDay(dayAfter(parseDay(day) ?? 0)));
      expect(starts).toEqual([...new Set([...changes, ...own])].sort());
      parts += versions.length;
      for (const [index, { from, to }] of versions.entries()) {
        const next = versions[index + 1]?.from;
        expect(to).toBe(next === undefined ? undefined : dayBefore(next));
        for (const day of [from, to].flatMap((end) => end ?? []))
          expect(documentAt(document.value, day)?.data).toMatchObject({
            valid: {
              ...(from === undefined ? {} : { from: formatDay(from) }),
              ...(to === undefined ? {} : { to: formatDay(to) }),
            },
          });
      }
    }),
    { numRuns: 200 },
  );
  expect(parts).toBeGreaterThan(600);
});
