import { compare, isWhole, one } from "../base/rational.ts";
import { problems } from "../findings/catalog.ts";
import { compileCondition } from "./compile-condition.ts";
import { type Context, resolve } from "./compile-context.ts";
import { compileFigure } from "./compile-rule.ts";
import { compileLength, titlesNamed } from "./compile-years.ts";
import type { Path } from "./document.ts";
import type { EffectPlan, OutcomePlan, QuotaPlan, TiePlan } from "./plan.ts";
import type { EffectNode, QuotaNode, Rubric } from "./schema.ts";

/** The ordered rules of outcomes: conditions, quotas, and what follows. */
export function compileOutcomes(context: Context): OutcomePlan[] {
  const nodes = context.rubric.outcomes ?? [];
  return nodes.map((node, index): OutcomePlan => {
    const origin: Path = ["outcomes", index];
    if ((node.when === undefined) === (node.otherwise !== true))
      context.report(origin, problems.outcomeRule(node.name));
    if (node.otherwise === true && index < nodes.length - 1 && node.quota === undefined)
      context.report(origin, problems.otherwiseNotLast());
    return {
      name: node.name,
      clause: node.no ?? String(index + 1),
      because: node.because,
      when: node.when && compileCondition(context, node.when, [...origin, "when"], "outcomes"),
      quota: node.quota && compileQuota(context, node.name, node.quota, [...origin, "quota"]),
      effect: node.effect && compileEffect(context, node.name, node.effect, [...origin, "effect"]),
      final: node.final ?? false,
      origin,
    };
  });
}

function compileQuota(context: Context, name: string, node: QuotaNode, origin: Path): QuotaPlan {
  const { most, share, of, round, refer } = node;
  if ((most === undefined) === (share === undefined)) context.report(origin, problems.quotaSize(name));
  if (share !== undefined && of === undefined) context.report(origin, problems.quotaOf(name, "share"));
  if (most !== undefined && (of !== undefined || round !== undefined))
    context.report(origin, problems.quotaOf(name, "most"));
  if ((node.tie === "refer") !== (refer !== undefined)) context.report(origin, problems.quotaRefer(name));
  for (const [index, { value, otherwise }] of (share ?? []).entries()) {
    const figure = otherwise ?? value;
    if (figure !== undefined && (!figure.percent || compare(figure.value, one) > 0))
      context.report([...origin, "share", index], problems.quotaShare(figure.text));
  }
  for (const [index, { value, otherwise }] of (most ?? []).entries()) {
    const figure = otherwise ?? value;
    if (figure !== undefined && (figure.percent || !isWhole(figure.value)))
      context.report([...origin, "most", index], problems.quotaMost(figure.text));
  }
  const by = node.by && resolve(context, [...origin, "by"], "result", node.by, context.resultsById);
  return {
    size:
      share === undefined
        ? { kind: "most", most: compileFigure(context, most ?? [], [...origin, "most"]) }
        : {
            kind: "share",
            share: compileFigure(context, share, [...origin, "share"], "share"),
            of:
              of === undefined || typeof of === "string"
                ? (of ?? "group")
                : compileCondition(context, of, [...origin, "of"], "outcomes"),
            round: round ?? "down",
          },
    per: node.per ?? "group",
    from: node.from ?? "best",
    by: typeof by === "number" ? by : undefined,
    ties: compileTies(context, node["tie-break"] ?? [], [...origin, "tie-break"]),
    tie: node.tie === "refer" ? { kind: "refer", outcome: refer ?? "" } : { kind: node.tie },
    origin,
  };
}

function compileEffect(context: Context, name: string, node: EffectNode, origin: Path): EffectPlan {
  if (Object.keys(node).length === 0) context.report(origin, problems.effectEmpty(name));
  const named = (key: "grants" | "takes" | "renews"): number[] =>
    titlesNamed(context, [...origin, key], node[key] ?? []);
  const title = (word: string, path: Path): number | undefined =>
    resolve(context, path, "title", word, context.titlesByName);
  const changes = new Map(
    Object.entries(node.changes ?? {}).flatMap(([from, to]): [number, number | undefined][] => {
      const at = [...origin, "changes", from];
      const before = title(from, at);
      return before === undefined ? [] : [[before, to === "none" ? undefined : title(to, at)]];
    }),
  );
  const [grants, takes, renews] = [named("grants"), named("takes"), named("renews")];
  const treated = [...grants, ...takes, ...renews, ...changes.keys()];
  const twice = treated.find((index, place) => treated.indexOf(index) !== place);
  if (twice !== undefined)
    context.report(origin, problems.effectClash(name, context.rubric.titles?.[twice]?.name ?? ""));
  return {
    grants,
    takes,
    changes,
    renews,
    suspends: compileLength(context, node.suspends, [...origin, "suspends"]),
    bans: compileLength(context, node.bans, [...origin, "bans"]),
    rectify: compileLength(context, node.rectify, [...origin, "rectify"]),
    lifts: node.lifts ?? [],
  };
}

type TieNode = NonNullable<NonNullable<Rubric["ranking"]>["ties"]>[number];

/** What parts equal units, in this order. */
export function compileTies(context: Context, ties: readonly TieNode[], origin: Path): TiePlan[] {
  return ties.flatMap((tie, index): TiePlan[] => {
    const path: Path = [...origin, index];
    const better = tie.better ?? "higher";
    const when = tie.when && compileCondition(context, tie.when, [...path, "when"], "unit");
    if ((tie.score === undefined) === (tie.input === undefined)) context.report(path, problems.tieSubject());
    if (tie.score !== undefined) {
      const node =
        tie.score === "total"
          ? 0
          : resolve(context, [...path, "score"], "indicator", tie.score, context.nodesById);
      return node === undefined ? [] : [{ by: "score", node, better, when }];
    }
    if (tie.input === undefined) return [];
    const input = resolve(context, [...path, "input"], "input", tie.input, context.inputsById);
    return input === undefined ? [] : [{ by: "input", input: input.index, better, when }];
  });
}
