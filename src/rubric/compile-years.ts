import { equals, one, type Rational, rational, sum } from "../base/rational.ts";
import { problems } from "../findings/catalog.ts";
import { type Context, resolve } from "./compile-context.ts";
import { writtenLength } from "./compile-several.ts";
import type { Path } from "./document.ts";
import { seenAs } from "./misread.ts";
import type { Condition, LengthPlan, OutcomePlan, TitlePlan, YearsPlan, YearsResultPlan } from "./plan.ts";
import { conditionsInside } from "./walk.ts";

/** The furthest that any rule looks back, in assessments. */
export const mostBack = 30;

/** `6 months`, `2 years`, `1 年`. */
export function compileLength(
  context: Context,
  written: string | undefined,
  path: Path,
): LengthPlan | undefined {
  if (written === undefined) return undefined;
  const text = written.trim();
  const [, count = "", unit = ""] = writtenLength.exec(text) ?? [];
  if (count !== "") return { months: Number(count) * (/^(?:y|年)/.test(unit) ? 12 : 1), written: text };
  context.report(path, seenAs(text, (word) => writtenLength.test(word)) ?? problems.lengthText(written));
  return undefined;
}

/** Titles by their places; `any` stands for all of them. */
export function titlesNamed(context: Context, path: Path, names: readonly string[]): number[] {
  if (names.length === 1 && names[0] === "any") return [...context.titlesByName.values()];
  return names.flatMap((name) => resolve(context, path, "title", name, context.titlesByName) ?? []);
}

export function compileTitles(context: Context): TitlePlan[] {
  return (context.rubric.titles ?? []).map((node, index): TitlePlan => {
    const origin: Path = ["titles", index];
    if (context.titlesByName.get(node.name) !== index)
      context.report([...origin, "name"], problems.titleDuplicate(node.name));
    const others = (key: "requires" | "excludes"): number[] => {
      const named = titlesNamed(context, [...origin, key], node[key] ?? []);
      if (named.includes(index)) context.report([...origin, key], problems.titleSelf(node.name, key));
      return named.filter((title) => title !== index);
    };
    return {
      name: node.name,
      term: compileLength(context, node.term, [...origin, "term"]),
      requires: others("requires"),
      excludes: others("excludes"),
      external: node["granted-by"] === "others",
      origin,
    };
  });
}

/** What the rubric says of earlier years, and how far any of `conditions` looks back. */
export function compileYears(context: Context, conditions: readonly Condition[]): YearsPlan {
  const { rubric } = context;
  const results = (rubric.years?.results ?? []).map((node, index): YearsResultPlan => {
    const origin: Path = ["years", "results", index];
    if ((node.weights === undefined) === (node.mean === undefined))
      context.report(origin, problems.yearsShape(node.name));
    const weights =
      node.weights === undefined
        ? meanOf(context, node.mean ?? 1, [...origin, "mean"])
        : weightsOf(context, node.weights, [...origin, "weights"]);
    return { id: node.id, name: node.name, weights, missing: node.missing ?? "finding", origin };
  });
  const looks = conditions.map((condition) => (condition.kind === "earlier" ? condition.last : 0));
  return {
    continues: [rubric.id, ...(rubric.years?.continues ?? [])],
    outcomes: context.earlierOutcomes,
    every: Math.max(rubric.years?.every ?? 1, 1),
    results,
    reach: Math.max(0, ...looks, ...results.flatMap(({ weights }) => [...weights.keys()])),
  };
}

/** This year and those before it, each counting the same. */
function meanOf(context: Context, years: number, path: Path): ReadonlyMap<number, Rational> {
  if (years < 1 || years > mostBack) context.report(path, problems.yearsAgo(String(years)));
  const count = Math.min(Math.max(years, 1), mostBack);
  return new Map(Array.from({ length: count }, (_, ago) => [ago, rational(1, count)]));
}

function weightsOf(
  context: Context,
  weights: Readonly<Record<string, Rational>>,
  path: Path,
): ReadonlyMap<number, Rational> {
  const entries = Object.entries(weights).flatMap(([written, weight]): [number, Rational][] => {
    const ago = /^\d{1,2}$/.test(written) ? Number(written) : mostBack + 1;
    if (ago <= mostBack) return [[ago, weight]];
    context.report([...path, written], problems.yearsAgo(written));
    return [];
  });
  const total = sum(Object.values(weights));
  if (!equals(total, one)) context.report(path, problems.weightsSum(total));
  // From the earliest to this year, as they are spoken of.
  return new Map(entries.sort(([a], [b]) => b - a));
}

/**
 * Whether decisions count time from a reference date: without one a ban would be passed over, and a term
 * that begins would have no end.
 */
export const countsYears = (
  conditions: readonly Condition[],
  outcomes: readonly OutcomePlan[],
  titles: readonly TitlePlan[],
  { reach }: YearsPlan,
): boolean =>
  reach > 0 ||
  conditions.flatMap(conditionsInside).some(({ kind }) => kind === "standing" || kind === "term-ends") ||
  outcomes.some(({ effect }) => {
    if (effect === undefined) return false;
    const { suspends, bans, rectify, grants, renews, changes } = effect;
    const begun = [...grants, ...renews, ...changes.values()];
    return (
      [suspends, bans, rectify].some((length) => length !== undefined) ||
      begun.some((title) => title !== undefined && titles[title]?.term !== undefined)
    );
  });
