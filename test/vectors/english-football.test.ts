import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../support/recording-io.ts";
import { readVector, vectorsFolder, vectorsReason } from "../support/vectors.ts";

/**
 * The English league, levels 1 to 3: who goes down, season after season, as one replay. Levels are titles
 * that units carry from year to year; the points for a win, the order of tie-breaks and the number who go
 * down hold for a time; deductions are events. Who goes up hangs on play-offs that no table shows: it is
 * given as events, too, and so is which teams join from below.
 */
const vector = "english-football-1976-2023";
const titles: Readonly<Record<string, string>> = { 1: "一级", 2: "二级", 3: "三级" };

interface Unit {
  readonly unit: string;
  readonly group: string;
  readonly outcome: string;
  readonly marks?: readonly {
    readonly kind: string;
    readonly instead: readonly { readonly unit: string }[];
  }[];
}
interface Replayed {
  readonly years: readonly { readonly year: number; readonly units: readonly Unit[] }[];
}

type Row = Record<string, string>;
const cell = (row: Row | undefined, column: string): string => row?.[column] ?? "";

/** The number who go down of one level, one line for each stretch of seasons in which it stays the same. */
function quotasOf(rules: readonly Row[], level: string): string[] {
  const own = rules.filter((row) => cell(row, "level") === level);
  const starts = own.filter(
    (row, index) => cell(row, "demotion_quota") !== cell(own[index - 1], "demotion_quota"),
  );
  return starts.map((row, index) => {
    const next = starts[index + 1];
    const to = next === undefined ? 2023 : Number(cell(next, "year")) - 1;
    const valid = `valid: { from: ${cell(row, "year")}, to: ${to} }`;
    return `        - { when: { column: title, is: ${titles[level]} }, ${valid}, value: ${cell(row, "demotion_quota")} }`;
  });
}

/** The rubric of all seasons, with the rules as they are on record. */
function rubricOf(rules: readonly Row[]): string {
  const goalsFirst = rules.filter((row) => cell(row, "tie_break_order").startsWith("points,goals_for"));
  const years = goalsFirst.map((row) => Number(cell(row, "year")));
  const levels = [...new Set(goalsFirst.map((row) => titles[cell(row, "level")]))];
  const three = rules.find((row) => cell(row, "points_per_win") === "3");
  const since = Number(cell(three, "year"));
  return `ceping: 1
id: english-football
title: English football, levels 1 to 3
version: "1976-2023"
valid: { from: 1976, to: 2023 }
rounding: { places: 0 }
titles:
  - { name: 三级, granted-by: others }
  - { name: 二级, granted-by: others }
  - { name: 一级, granted-by: others }
ranking:
  group-by: title
  groups: [一级, 二级, 三级]
  ties:
    - input: goals-for
      when: { column: title, is: [${levels.join(", ")}] }
      valid: { from: ${Math.min(...years)}, to: ${Math.max(...years)} }
    - { input: goal-difference }
    - { input: goals-for }
inputs:
  goals-for: { name: goals_for, type: count }
  goals-against: { name: goals_against, type: count }
  goal-difference: { name: goal difference, subtract: [goals-for, goals-against] }
events: { kinds: [promotion, deduction] }
indicators:
  - id: won
    name: won
    points: 200
    rule: each-time
    each: [{ valid: { to: ${since - 1} }, value: 2 }, { valid: { from: ${since} }, value: 3 }]
  - { id: drawn, name: drawn, points: 100, rule: each-time, each: 1 }
  - { id: deducted, name: points deducted, as: deduction, rule: events, event: deduction, each: 1, within: year }
outcomes:
  - name: promoted
    when: { event: promotion, within: year }
    effect: { changes: { 三级: 二级, 二级: 一级 } }
  - name: demoted
    when: { title: any }
    quota:
      most:
${["1", "2", "3"].flatMap((level) => quotasOf(rules, level)).join("\n")}
      from: worst
      tie: none
    effect: { changes: { 一级: 二级, 二级: 三级, 三级: none } }
  - { name: retained, otherwise: yes }
`;
}

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, ...rows].map((row) => `${row.join(",")}\n`).join("");

/**
 * A folder of seasons; a unit that was there the year before comes without its level, which is carried over.
 * One that plays below level 3 afterwards, or is no more, is closed.
 */
function writeSeasons(folder: string): void {
  const seasons = readVector(vector, "submissions.csv");
  const expected = readVector(vector, "expected.csv");
  for (let year = 1976; year <= 2023; year += 1) {
    const own = join(folder, "years", String(year));
    mkdirSync(own, { recursive: true });
    const rows = seasons.filter((row) => cell(row, "year") === String(year));
    if (rows.length === 0) {
      writeFileSync(join(own, "no-assessment.txt"), "The source has no results of this season.\n");
      continue;
    }
    const before = new Set(
      seasons.filter((row) => cell(row, "year") === String(year - 1)).map((row) => cell(row, "unit_id")),
    );
    const after = Math.min(
      ...seasons.map((row) => Number(cell(row, "year"))).filter((other) => other > year),
    );
    const staying = new Set(
      seasons.filter((row) => cell(row, "year") === String(after)).map((row) => cell(row, "unit_id")),
    );
    const up = expected.filter(
      (row) => cell(row, "year") === String(year) && cell(row, "outcome") === "promoted",
    );
    const file = (name: string, text: string): void => writeFileSync(join(own, name), text);
    const columns = ["won", "drawn", "goals_for", "goals_against"];
    file(
      "table.csv",
      table(
        ["unit", ...columns],
        rows.map((row) => [cell(row, "unit_id"), ...columns.map((column) => cell(row, column))]),
      ),
    );
    file(
      "units.csv",
      table(
        ["unit", "title", "status", "status-date"],
        rows.map((row) => [
          cell(row, "unit_id"),
          before.has(cell(row, "unit_id")) ? "" : (titles[cell(row, "level")] ?? ""),
          ...(staying.has(cell(row, "unit_id")) ? ["active", ""] : ["closed", `${year}-12-31`]),
        ]),
      ),
    );
    file(
      "events.csv",
      table(
        ["unit", "date", "kind", "count"],
        [
          ...rows
            .filter((row) => cell(row, "points_deduction") !== "0")
            .map((row) => [
              cell(row, "unit_id"),
              `${year}-12-31`,
              "deduction",
              cell(row, "points_deduction"),
            ]),
          ...up.map((row) => [cell(row, "unit_id"), `${year}-12-31`, "promotion", "1"]),
        ],
      ),
    );
  }
}

describe.skipIf(vectorsFolder === undefined)(`English football, 1976 to 2023${vectorsReason}`, async () => {
  if (vectorsFolder === undefined) return;
  const folder = mkdtempSync(join(tmpdir(), "ceping-"));
  writeFileSync(join(folder, "rubric.yaml"), rubricOf(readVector(vector, "rules_by_year.csv")));
  writeSeasons(folder);
  const argv = ["score", join(folder, "rubric.yaml"), "--replay", join(folder, "years"), "-f", "json", "-q"];
  const { code, stdout, stderr } = await run(argv);
  const { years } = JSON.parse(stdout === "" ? '{"years":[]}' : stdout) as Replayed;
  const units = new Map<string, Unit>(
    years.flatMap(({ year, units: own }) =>
      own.map((unit): [string, Unit] => [`${year} ${unit.unit}`, unit]),
    ),
  );
  const expected = readVector(vector, "expected.csv");
  const keyOf = (row: Row): string => `${cell(row, "year")} ${cell(row, "unit_id")}`;

  test("is one run over all seasons, in which nothing is wrong", () => {
    expect(stderr).not.toContain("错误：");
    expect(code).toBe(0);
    expect([years.length, units.size]).toEqual([48, 3135]);
  });

  test("carries every team to the level at which it really played", () => {
    const wrong = expected.filter((row) => units.get(keyOf(row))?.group !== titles[cell(row, "level")]);
    expect(wrong.map(keyOf)).toEqual([]);
  });

  test("tells who goes down in 138 of 138 tables", () => {
    const tables = new Map<string, boolean>();
    for (const row of expected) {
      const key = `${cell(row, "year")} ${cell(row, "level")}`;
      const right = units.get(keyOf(row))?.outcome === cell(row, "outcome");
      tables.set(key, (tables.get(key) ?? true) && right);
    }
    expect(tables.size).toBe(138);
    expect([...tables].filter(([, right]) => !right)).toEqual([]);
  });

  test("says of each of the 23 deductions whether it decided, and who would have gone down instead", () => {
    const rows = readVector(vector, "expected_counterfactual.csv");
    expect(rows.length).toBe(23);
    const said = rows.map((row) => {
      const mark = units.get(keyOf(row))?.marks?.find(({ kind }) => kind === "deduction");
      return [keyOf(row), mark !== undefined, mark?.instead.map(({ unit }) => unit).join() ?? ""];
    });
    expect(said).toEqual(
      rows.map((row) => [
        keyOf(row),
        cell(row, "demoted") !== cell(row, "demoted_without_its_deduction"),
        cell(row, "unit_demoted_instead"),
      ]),
    );
  });
});
