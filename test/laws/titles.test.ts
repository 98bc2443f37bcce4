import fc from "fast-check";
import { expect, test } from "vitest";
import { assess } from "../../src/assess.ts";
import { type Day, dayOf, yearOf } from "../../src/base/date.ts";
import { referenceDay } from "../../src/check/draft.ts";
import { createProof } from "../../src/check/proof.ts";
import { recordConditions } from "../../src/check/records.ts";
import { evidenceOf } from "../../src/check/sample.ts";
import { mayBeGranted } from "../../src/check/states.ts";
import { ownTitles } from "../../src/check/title-proof.ts";
import { factsOf } from "../../src/check/trails.ts";
import type { YearRecord } from "../../src/evidence/history.ts";
import { plainStanding, type Standing } from "../../src/evidence/standing.ts";
import type { Plan } from "../../src/rubric/plan.ts";
import { statuses } from "../../src/rubric/schema.ts";
import { holds } from "../../src/scoring/condition.ts";
import { planText, rubricOf } from "../support/assess-text.ts";

/** What is proven of titles, held against units that are really assessed year after year. */

const names = ["甲牌", "乙牌", "丙牌"] as const;
const outcomeNames = ["优", "良", "中", "差"] as const;
const scores = [0, 40, 60, 75, 90, 100];

const title = (index: number) =>
  fc.record(
    {
      name: fc.constant(names[index] ?? ""),
      term: fc.constantFrom("1 year", "2 years", "18 months"),
      "granted-by": fc.constant("others"),
      excludes: fc.constant(names[(index + 1) % names.length] ?? ""),
      requires: fc.constant(names[(index + 2) % names.length] ?? ""),
    },
    { requiredKeys: ["name"] },
  );

const name = fc.constantFrom(...names);
const atom = fc.oneof(
  { weight: 3, arbitrary: fc.record({ title: fc.oneof(name, fc.constant("any")) }) },
  {
    weight: 3,
    arbitrary: fc.record({ score: fc.constant("total"), "at-least": fc.constantFrom(60, 75, 90) }),
  },
  fc.record({ score: fc.constant("total"), below: fc.constantFrom(60, 75) }),
  fc.record({ standing: fc.constantFrom("banned", "suspended", "rectifying", "overdue") }),
  fc.record({ "term-ends": name }),
  fc.record({ status: fc.constantFrom("merged", "closed") }),
  fc.record({
    earlier: fc.constant("outcome"),
    is: fc.constantFrom(...outcomeNames),
    last: fc.constantFrom(1, 2, 2),
  }),
);
const condition = fc.oneof(
  atom,
  fc.record({ not: atom }),
  fc.record({ all: fc.tuple(atom, fc.oneof(atom, fc.record({ not: atom }))) }),
);
const length = fc.constantFrom("6 months", "1 year", "2 years");
const effect = fc.oneof(
  fc.record({ grants: name }),
  fc.record({ grants: name, rectify: length }),
  fc.record({ takes: fc.constant("any"), bans: length }),
  fc.record({ takes: name, suspends: length }),
  fc.record({ renews: name }),
  fc.record({ lifts: fc.constantFrom("ban", "suspension") }),
  fc.record({
    changes: fc
      .tuple(name, name)
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => ({ [a]: b })),
  }),
);
const quota = fc.record({
  most: fc.constant(1),
  tie: fc.constant("refer"),
  refer: fc.constantFrom(...outcomeNames),
});
const rule = fc
  .record(
    { name: fc.constantFrom(...outcomeNames), when: condition, effect, quota },
    { requiredKeys: ["name", "when"] },
  )
  .filter((one) => one.quota === undefined || one.quota.refer !== one.name);

const rubric = fc.record({
  titles: fc.tuple(title(0), title(1), title(2)),
  outcomes: fc.array(rule, { minLength: 2, maxLength: 5 }),
  open: fc.boolean(),
});

const year = fc.record({
  scores: fc.tuple(fc.constantFrom(...scores), fc.constantFrom(...scores)),
  status: fc.constantFrom("active" as const, "active" as const, "active" as const, ...statuses),
  /** A title that others grant or take before the decision. */
  others: fc.nat({ max: 5 }),
  month: fc.constantFrom(6, 12),
  away: fc.integer({ min: 0, max: 6 }).map((chance) => chance === 0),
});

interface Unit {
  standing: Standing;
  history: readonly YearRecord[];
}

const held = ({ titles }: Standing): readonly number[] => titles.map((one) => one.title);

/** What others may do to their own titles. */
function byOthers(plan: Plan, { standing, history }: Unit, title: number): Unit {
  const { external = false } = plan.titles[title] ?? {};
  if (!external) return { standing, history };
  const without = standing.titles.filter((one) => one.title !== title);
  if (without.length < standing.titles.length) return { standing: { ...standing, titles: without }, history };
  if (!mayBeGranted(plan, title, held(standing))) return { standing, history };
  const titles = [...without, { title, since: undefined, expires: undefined }];
  return { standing: { ...standing, titles: titles.sort((a, b) => a.title - b.title) }, history };
}

/** The register of the next year no longer names what has run out. */
const lasting = (standing: Standing, first: Day): Standing => ({
  ...standing,
  titles: standing.titles.filter(({ expires }) => expires === undefined || expires >= first),
});

const neverThere = { titles: [], left: [], past: [] };
let checked = 0;

test("no unit leaves the states, and the ways between them, that were proven", () => {
  fc.assert(
    fc.property(rubric, fc.array(year, { minLength: 3, maxLength: 7 }), (given, years) => {
      const text = JSON.stringify({
        titles: given.titles,
        indicators: [{ id: "work", name: "工作", points: 100, rule: "marks" }],
        outcomes: given.open ? given.outcomes : [...given.outcomes, { name: "差", otherwise: "yes" }],
      });
      const { plan } = planText(
        rubricOf("").concat(
          text
            .slice(1, -1)
            .replaceAll(/"(titles|indicators|outcomes)":/g, "\n$1: ")
            .replaceAll(/,\n/g, "\n"),
          "\n",
        ),
      );
      if (plan === undefined) return;
      const proof = createProof(plan).titles();
      if (proof === undefined || !proof.machine.complete) return;
      const { machine, stuck } = proof;
      checked += 1;
      const now = yearOf(referenceDay(plan));
      let units: readonly Unit[] = [0, 1].map(() => ({ standing: plainStanding, history: [] }));
      for (const [ago, one] of years.entries()) {
        const asOf = dayOf(2020 + ago, one.month, 30);
        if (one.away) continue;
        units = units.map((unit) => {
          const { standing, history } = byOthers(plan, unit, one.others);
          return { standing: lasting({ ...standing, status: one.status }, dayOf(2020 + ago, 1, 1)), history };
        });
        const placeOf = ({ standing, history }: Unit, from: number): number => {
          const moved = history.map((record) => ({ ...record, year: record.year + now - from }));
          const place = machine.placeOf(standing, moved);
          if (place === undefined) throw new Error(`${text} never gets to ${JSON.stringify(standing)}`);
          return place;
        };
        const assessed = assess(
          plan,
          evidenceOf(plan, {
            units: units.map((record, index) => ({
              name: `单位${index}`,
              columns: new Map(),
              texts: new Map([[0, [String(one.scores[index] ?? 0)]]]),
              events: [],
              record,
            })),
            asOf,
          }),
          asOf,
        );
        if (!assessed.ok) {
          const codes = assessed.findings.map(({ code }) => code);
          if (codes.some((code) => code === "titles-exclusive" || code === "title-required"))
            expect(machine.clashes.length).toBeGreaterThan(0);
          return;
        }
        units = units.map((unit, index) => {
          const result = assessed.value.results.find(({ score }) => score.unit.index === index);
          if (result === undefined) throw new Error("every unit has a result");
          const record: YearRecord = {
            year: 2020 + ago,
            rubric: plan.rubric.id,
            unit: result.score.unit.key,
            name: result.score.unit.name,
            group: result.group,
            exact: result.score.total,
            total: result.score.total,
            rank: 1,
            size: 1,
            worse: 0,
            outcome: result.outcome ?? "",
            computed: "",
            before: [],
            after: [],
            place: 0,
          };
          const next: Unit = { standing: result.after, history: [record, ...unit.history] };
          const [from, to] = [placeOf(unit, 2020 + ago), placeOf(next, 2021 + ago)];
          expect(
            machine.moves.some((move) => move.from === from && move.to === to && move.rule === result.rule),
          ).toBe(true);
          const facts = factsOf(plan, unit, [], asOf);
          for (const asked of recordConditions(plan)) {
            const known = machine.known(machine.states[from] ?? neverThere, asked, unit.standing.status);
            if (known !== undefined) expect(holds(asked, facts)).toBe(known);
          }
          if (result.rule !== undefined) expect(machine.possible[result.rule]).toBe(true);
          if (stuck[from] === true)
            expect(ownTitles(plan, held(next.standing))).toEqual(ownTitles(plan, held(unit.standing)));
          return next;
        });
      }
    }),
    { numRuns: 150 },
  );
  expect(checked).toBeGreaterThan(60);
});
