import { flatMap } from "../base/flat-map.ts";
import { compare, equals, multiply, one, type Rational, sum } from "../base/rational.ts";
import { problems } from "../findings/catalog.ts";
import { compileCondition } from "./compile-condition.ts";
import type { Context } from "./compile-context.ts";
import { checkMethod, compileMethods } from "./compile-methods.ts";
import { clausePoints, compileFigure, constantOf } from "./compile-rule.ts";
import { defaults } from "./defaults.ts";
import type { Path } from "./document.ts";
import type { EntryPlan, Figure, GroupPlan, LeafPlan, NodePlan, Part } from "./plan.ts";
import type { GroupNode, IndicatorNode, LeafNode, MissingPolicy, NotApplicablePolicy } from "./schema.ts";

interface Inherited {
  readonly part: Part;
  readonly method: string | undefined;
  readonly missing: MissingPolicy;
  readonly notApplicable: NotApplicablePolicy;
  readonly parent: number;
  /** Points of the group around, for children that have a weight. */
  readonly points: Figure | undefined;
  /** Whether the points of the children must add up to the group's. */
  readonly closed: boolean;
}

/** The tree of a rubric, its nodes in the order of the paper, and what the report has columns for. */
export interface Tree {
  readonly root: GroupPlan;
  readonly nodes: readonly NodePlan[];
  readonly leaves: readonly LeafPlan[];
  readonly entries: readonly EntryPlan[];
}

/** Groups and indicators with what they inherit, their points and weights agreed. */
export function compileTree(context: Context): Tree {
  const { rubric } = context;
  const nodes: NodePlan[] = [];
  const entries: EntryPlan[] = [];
  const rounds = rubric.rounding?.at === "groups" || rubric.rounding?.at === "terms";

  const visitChildren = (
    children: readonly IndicatorNode[],
    path: Path,
    inherited: Inherited,
  ): NodePlan[] => {
    checkWeights(context, children, path, inherited);
    return children.map((child, index) => visit(child, [...path, index], inherited));
  };

  const visit = (node: IndicatorNode, path: Path, inherited: Inherited): NodePlan => {
    const index = nodes.length;
    nodes.push(undefined as never); // keeps the place of this node while its children take theirs
    if (node.as !== undefined && inherited.parent !== 0)
      context.report([...path, "as"], problems.partInside());
    checkMethod(context, node.method, [...path, "method"]);
    const shared = {
      index,
      id: node.id,
      no: node.no,
      name: node.name,
      part: inherited.parent === 0 ? (node.as ?? "base") : inherited.part,
      appliesTo:
        node["applies-to"] && compileCondition(context, node["applies-to"], [...path, "applies-to"], "unit"),
      missing: node.missing ?? inherited.missing,
      notApplicable: node["not-applicable"] ?? inherited.notApplicable,
      points: pointsOf(context, node, path, inherited),
      weight: node.weight,
      parent: inherited.parent,
      origin: path,
    } as const;
    const plan =
      "indicators" in node
        ? visitGroup(node, path, shared, inherited)
        : visitLeaf(node, path, shared, inherited);
    nodes[index] = plan;
    return plan;
  };

  const visitGroup = (
    node: GroupNode,
    path: Path,
    shared: Omit<GroupPlan, "kind" | "cap" | "children" | "capEntry" | "roundingEntry">,
    inherited: Inherited,
  ): GroupPlan => {
    const cap = node.cap && compileFigure(context, node.cap, [...path, "cap"]);
    if (shared.notApplicable === "mean" && node["applies-to"] !== undefined)
      context.report(path, problems.meanOnGroup());
    const closed = shared.part === "base" && cap === undefined;
    const points = shared.points ?? cap;
    const children = visitChildren(node.indicators, [...path, "indicators"], {
      part: shared.part,
      method: node.method ?? inherited.method,
      missing: shared.missing,
      notApplicable: shared.notApplicable,
      parent: shared.index,
      points,
      closed,
    });
    if (closed) checkPointsSum(context, node.name, points, children, path);
    const adjustment = (kind: "cap" | "rounding", wanted: boolean): number | undefined =>
      wanted ? entries.push(adjustmentEntry(kind, shared.index, node.id, node.name)) - 1 : undefined;
    return {
      ...shared,
      points,
      kind: "group",
      cap,
      children,
      capEntry: adjustment("cap", cap !== undefined),
      roundingEntry: adjustment("rounding", rounds),
    };
  };

  const visitLeaf = (
    node: LeafNode,
    path: Path,
    shared: Omit<LeafPlan, "kind" | "entry" | "methods" | "variants" | "combine" | "reductions" | "rule">,
    inherited: Inherited,
  ): LeafPlan => {
    if (
      shared.points === undefined &&
      !(
        (node.rule === "each-time" || node.rule === "events") &&
        !(inherited.closed && shared.part === "base")
      )
    )
      context.report(path, problems.pointsMissing(node.name));
    const entry = entries.length;
    const { methods, variants, combine, reductions, rule } = compileMethods(
      context,
      node,
      path,
      shared.points,
      inherited.method,
    );
    const { index, id, no, name, part, appliesTo, missing, notApplicable, points, weight } = shared;
    // Written out: a spread of so many properties would take half the time of the whole compiler.
    const leaf: LeafPlan = {
      kind: "leaf",
      index,
      id,
      no,
      name,
      part,
      appliesTo,
      missing,
      notApplicable,
      points,
      weight,
      parent: shared.parent,
      origin: path,
      entry,
      methods,
      variants,
      combine,
      reductions,
      rule,
    };
    entries.push({ kind: "leaf", leaf });
    return leaf;
  };

  nodes.push(undefined as never); // the root, filled in below
  const points = rubric.points && compileFigure(context, rubric.points, ["points"]);
  const children = visitChildren(rubric.indicators, ["indicators"], {
    part: "base",
    method: undefined,
    missing: rubric.missing ?? defaults.missing,
    notApplicable: rubric["not-applicable"] ?? defaults.notApplicable,
    parent: 0,
    points,
    closed: true,
  });
  checkPointsSum(
    context,
    rubric.title,
    points,
    children.filter(({ part }) => part === "base"),
    [],
    children.filter(({ part }) => part !== "base"),
  );
  const root: GroupPlan = {
    kind: "group",
    index: 0,
    id: "total",
    no: undefined,
    name: rubric.title,
    part: "base",
    appliesTo: undefined,
    missing: rubric.missing ?? defaults.missing,
    notApplicable: rubric["not-applicable"] ?? defaults.notApplicable,
    points,
    weight: undefined,
    parent: -1,
    origin: [],
    cap: undefined,
    children,
    roundingEntry: undefined,
    capEntry:
      rubric.total === undefined
        ? undefined
        : entries.push(adjustmentEntry("floor", 0, "total", rubric.title)) - 1,
  };
  nodes[0] = root;
  const leaves = nodes.filter((node) => node.kind === "leaf");
  return { root, nodes, leaves, entries };
}

function adjustmentEntry(
  kind: "cap" | "rounding" | "floor",
  node: number,
  id: string,
  name: string,
): EntryPlan {
  switch (kind) {
    case "cap":
      return { kind, node, id: `${id}:cap`, name: { zh: `${name}（封顶）`, en: `${name} (cap)` } };
    case "rounding":
      return { kind, node, id: `${id}:rounding`, name: { zh: `${name}（修约）`, en: `${name} (rounding)` } };
    case "floor":
      return { kind, node, id: `${id}:limits`, name: { zh: "总分上下限", en: "limits of the total" } };
    default:
      return kind satisfies never;
  }
}

/** Points as written; a weighted node without points is worth its share of the group's. */
function pointsOf(
  context: Context,
  node: IndicatorNode,
  path: Path,
  inherited: Inherited,
): Figure | undefined {
  if (node.points !== undefined) return compileFigure(context, node.points, [...path, "points"]);
  const clauses = "indicators" in node ? undefined : clausePoints(node);
  if (clauses !== undefined) return [{ when: undefined, value: clauses }];
  const { weight } = node;
  if (weight === undefined || inherited.points === undefined) return undefined;
  return inherited.points.map(({ when, value }) => ({ when, value: multiply(value, weight) }));
}

function checkWeights(
  context: Context,
  children: readonly IndicatorNode[],
  path: Path,
  inherited: Inherited,
): void {
  const base =
    inherited.parent === 0 ? children.filter(({ as }) => as === undefined || as === "base") : children;
  const weighted = children.filter(({ weight }) => weight !== undefined);
  if (weighted.length === 0) return;
  const total = sum(weighted.map(({ weight }) => weight ?? one));
  const varies = weighted.some((child) => child["applies-to"] !== undefined);
  if (weighted.length < base.length || weighted.some((child) => !base.includes(child))) {
    context.report(path, problems.weightsMixed());
  } else if (!inherited.closed) context.report(path, problems.weightsInOpenGroup());
  else if (inherited.points === undefined) context.report(path, problems.weightsWithoutPoints());
  else if (!equals(total, one) && !varies) context.report(path, problems.weightsSum(total));
}

/**
 * Points that do not depend on the unit must add up to the declared ones; others are checked a unit at a
 * time. What counts `besides` the declared points is told of, for it may have been meant to be among them.
 */
function checkPointsSum(
  context: Context,
  name: string,
  declared: Figure | undefined,
  children: readonly NodePlan[],
  path: Path,
  besides: readonly NodePlan[] = [],
): void {
  const want = constantOf(declared);
  if (
    want === undefined ||
    children.some(({ weight, appliesTo }) => weight !== undefined || appliesTo !== undefined)
  )
    return;
  const parts = children.map((child) => constantPoints(child));
  if (parts.some((part) => part === undefined)) return;
  const got = sum(flatMap(parts, (part) => part ?? []));
  if (compare(got, want) !== 0) {
    const said = flatMap(parts, (part) => part ?? []);
    const apart = flatMap(besides, (child) => constantPoints(child) ?? []);
    context.report(
      [...path, "points"],
      problems.pointsSum(name, want, got, said, apart, overlaid(context, children, path)),
    );
  }
}

/** The file that extends the one in which the sum is declared, and which parts have their points from it. */
function overlaid(context: Context, children: readonly NodePlan[], path: Path) {
  if (context.standsInIt([...path, "points"])) return undefined;
  const parts = (list: readonly NodePlan[]): string[] =>
    flatMap(list, (node): string[] => {
      if (node.points === undefined && node.kind === "group") return parts(node.children);
      return context.standsInIt([...node.origin, "points"]) ? [node.name] : [];
    });
  return { file: context.file, parts: parts(children) };
}

/** The points of a node that are the same for every unit; undefined where they are not. */
function constantPoints(node: NodePlan): Rational | undefined {
  if (node.points !== undefined || node.kind === "leaf") return constantOf(node.points);
  const parts = node.children.map((child) =>
    child.appliesTo === undefined ? constantPoints(child) : undefined,
  );
  return parts.some((part) => part === undefined) ? undefined : sum(flatMap(parts, (part) => part ?? []));
}
