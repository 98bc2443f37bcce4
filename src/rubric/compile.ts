import { closest } from "../base/closest.ts";
import {
  compare,
  equals,
  formatExact,
  formatPercent,
  multiply,
  one,
  type Rational,
  sum,
} from "../base/rational.ts";
import { problems } from "../findings/catalog.ts";
import { type Finding, inFile, type Outcome, outcomeOf } from "../findings/finding.ts";
import { compileCondition } from "./compile-condition.ts";
import { addInput, type Context, createContext, resolve } from "./compile-context.ts";
import { compileInputs } from "./compile-inputs.ts";
import { compileOutcomes, compileTies } from "./compile-outcomes.ts";
import { checkPoints, clausePoints, compileFigure, compileRule, constantOf } from "./compile-rule.ts";
import { checkTerm, compileReductions } from "./compile-several.ts";
import { compileTitles, compileYears, countsYears } from "./compile-years.ts";
import { versionsOf } from "./dated.ts";
import { findingAt, type Path, type RubricDocument } from "./document.ts";
import type {
  Award,
  Condition,
  EntryPlan,
  EventsPlan,
  Figure,
  GatePlan,
  GroupPlan,
  LeafPlan,
  LeafVariant,
  NodePlan,
  Part,
  PhasesPlan,
  Plan,
  Rule,
  VetoPlan,
} from "./plan.ts";
import type {
  GroupNode,
  IndicatorNode,
  LeafNode,
  MissingPolicy,
  NotApplicablePolicy,
  Rubric,
} from "./schema.ts";
import { conditionsInside, conditionsOfRule, decisiveConditions } from "./walk.ts";
import { wideWords } from "./wide-words.ts";

/** The one place where defaults live; the README of `rubrics/` lists the same. */
const defaults = {
  rounding: { places: 2, mode: "half-up", at: "total", lines: "rounded", ranks: "rounded" },
  missing: "finding",
  notApplicable: "renormalise",
  groupBy: ["group"],
} as const;

/** The Plan of a Rubric: names resolved, defaults filled in, sums of points agreed. */
export function compileRubric(document: RubricDocument, rubric: Rubric): Outcome<Plan> {
  // Rules of different times make no rubric together.
  if (versionsOf(document).length > 1)
    return outcomeOf<Plan>(undefined, [inFile(document.file, problems.asOfForDated())]);
  const findings: Finding[] = [];
  const context = createContext(document, rubric, indexNodes(document, rubric, findings), findings);
  compileInputs(context);
  checkTerm(context);
  checkTotal(context);
  const tree = compileTree(context);
  const { gates, vetoes } = compileGatesAndVetoes(context);
  const titles = compileTitles(context);
  const outcomes = compileOutcomes(context);
  const conditions = decisiveConditions({ gates, vetoes, outcomes });
  const years = compileYears(context, conditions.flatMap(conditionsInside));
  const events = compileEvents(context, tree, conditions);
  const plan: Plan = {
    rubric: { id: rubric.id, title: rubric.title, version: rubric.version, valid: rubric.valid },
    rounding: compileRounding(rubric),
    total: { floor: rubric.total?.floor?.value, cap: rubric.total?.cap?.value },
    ranking: {
      groupBy: rubric.ranking?.["group-by"] ?? defaults.groupBy,
      groups: rubric.ranking?.groups ?? [],
      better: rubric.ranking?.better ?? "higher",
      ties: compileTies(context, rubric.ranking?.ties ?? [], ["ranking", "ties"]),
    },
    units: { categories: rubric.units?.categories, tags: rubric.units?.tags },
    columns: compileColumns(rubric),
    ignored: rubric.ignore ?? [],
    events: { ...events, needsAsOf: events.needsAsOf || countsYears(conditions, outcomes, titles, years) },
    phases: compilePhases(context),
    inputs: context.inputs,
    ...tree,
    gates,
    vetoes,
    outcomes,
    titles,
    years,
  };
  // A word that cannot be resolved has been told of.
  const told = new Set(findings.map(({ file, span }) => JSON.stringify([file, span])));
  const words = wideWords(document).filter(({ file, span }) => !told.has(JSON.stringify([file, span])));
  return outcomeOf(plan, [...findings, ...words]);
}

function checkTotal(context: Context): void {
  const { floor, cap } = context.rubric.total ?? {};
  for (const [key, limit] of [
    ["floor", floor],
    ["cap", cap],
  ] as const)
    checkPoints(context, limit, ["total", key]);
  if (floor !== undefined && cap !== undefined && compare(floor.value, cap.value) > 0)
    context.report(["total", "cap"], problems.limitsCrossed(floor.text, cap.text));
}

const compileRounding = ({ rounding }: Rubric): Plan["rounding"] => ({
  places: rounding?.places ?? defaults.rounding.places,
  mode: rounding?.mode ?? defaults.rounding.mode,
  at: rounding?.at ?? defaults.rounding.at,
  lines: rounding?.lines ?? defaults.rounding.lines,
  ranks: rounding?.ranks ?? defaults.rounding.ranks,
});

const compileColumns = ({ columns }: Rubric): Plan["columns"] =>
  Object.fromEntries(
    Object.entries(columns ?? {}).flatMap(([role, names]) => (names === undefined ? [] : [[role, names]])),
  );

/** Every indicator's place in the order of the paper; a second use of an id is reported. */
function indexNodes(
  document: RubricDocument,
  rubric: Rubric,
  findings: Finding[],
): ReadonlyMap<string, number> {
  const byId = new Map<string, number>();
  const seen = new Map<string, Path>([["total", []]]);
  const claim = (id: string, path: Path): void => {
    const before = seen.get(id);
    if (before === undefined) {
      seen.set(id, path);
      return;
    }
    const place = document.place([...path, "id"]);
    const first = document.place(before);
    const elsewhere = first.file === place.file ? undefined : first.file;
    findings.push(findingAt(place, problems.duplicateId(id, first.span.start.line, elsewhere)));
  };
  let next = 1; // 0 is the total
  const visit = (nodes: readonly IndicatorNode[], path: Path): void => {
    nodes.forEach((node, index) => {
      const here = [...path, index];
      claim(node.id, here);
      byId.set(node.id, next);
      next += 1;
      if ("indicators" in node) visit(node.indicators, [...here, "indicators"]);
    });
  };
  visit(rubric.indicators, ["indicators"]);
  for (const section of ["gates", "vetoes"] as const) {
    for (const [index, { id }] of (rubric[section]?.list ?? []).entries())
      claim(id, [section, "list", index]);
  }
  return byId;
}

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

interface Tree {
  readonly root: GroupPlan;
  readonly nodes: readonly NodePlan[];
  readonly leaves: readonly LeafPlan[];
  readonly entries: readonly EntryPlan[];
}

function compileTree(context: Context): Tree {
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

/** Points that do not depend on the unit must add up to the declared ones; others are checked a unit at a time. */
function checkPointsSum(
  context: Context,
  name: string,
  declared: Figure | undefined,
  children: readonly NodePlan[],
  path: Path,
): void {
  const want = constantOf(declared);
  if (
    want === undefined ||
    children.some(({ weight, appliesTo }) => weight !== undefined || appliesTo !== undefined)
  )
    return;
  const parts = children.map((child) => constantPoints(child));
  if (parts.some((part) => part === undefined)) return;
  const got = sum(parts.flatMap((part) => part ?? []));
  if (compare(got, want) !== 0) {
    const said = parts.flatMap((part) => part ?? []);
    context.report([...path, "points"], problems.pointsSum(name, want, got, said));
  }
}

/** The points of a node that are the same for every unit; undefined where they are not. */
function constantPoints(node: NodePlan): Rational | undefined {
  if (node.points !== undefined || node.kind === "leaf") return constantOf(node.points);
  const parts = node.children.map((child) =>
    child.appliesTo === undefined ? constantPoints(child) : undefined,
  );
  return parts.some((part) => part === undefined) ? undefined : sum(parts.flatMap((part) => part ?? []));
}

function checkMethod(context: Context, method: string | undefined, path: Path): void {
  const { methods } = context.rubric;
  if (method !== undefined && methods !== undefined)
    resolve(context, path, "method", method, new Map(methods.map((name) => [name, name])));
}

function compileMethods(
  context: Context,
  node: LeafNode,
  path: Path,
  points: Figure | undefined,
  inheritedMethod: string | undefined,
): Pick<LeafPlan, "methods" | "variants" | "combine" | "reductions" | "rule"> {
  const several = node.methods;
  const weights =
    several !== undefined && !Array.isArray(several)
      ? (several as Readonly<Record<string, Rational>>)
      : undefined;
  const names =
    several === undefined
      ? [node.method ?? inheritedMethod]
      : Array.isArray(several)
        ? several
        : Object.keys(several);
  if (several !== undefined) {
    if (node.method !== undefined) context.report([...path, "method"], problems.methodAndMethods());
    for (const name of names) checkMethod(context, name, [...path, "methods"]);
    if (weights === undefined && node.combine === undefined && names.length > 1)
      context.report(path, problems.combineMissing());
    if (weights !== undefined) {
      if (node.combine !== undefined) context.report([...path, "combine"], problems.combineAndWeights());
      const total = sum(Object.values(weights));
      if (!equals(total, one)) context.report([...path, "methods"], problems.weightsSum(total));
    }
  } else if (node.combine !== undefined)
    context.report([...path, "combine"], problems.combineWithoutMethods());
  const compiled = names.map((name) =>
    compileRule(context, node, path, constantOf(points), name, names.length > 1),
  );
  const [first] = compiled;
  if (first === undefined) throw new Error("an indicator has at least one method or none named");
  const own = first.inputs.some((input) => context.inputs[input]?.many === "dimensions");
  const reductions = node.input === undefined ? compileReductions(context, node, path) : [];
  // Without several values of its own there is nothing to bring together; min-max compares units, not assessors.
  if (reductions.length > 0 && (!own || node.rule === "min-max"))
    context.report(path, problems.severalWithoutValues(node.name));
  checkAwards(context, first.rule, constantOf(points), path);
  const variants = names.map(
    (method, index): LeafVariant => ({
      method,
      weight: method === undefined ? undefined : weights?.[method],
      inputs: compiled[index]?.inputs ?? [],
    }),
  );
  return {
    methods: names.filter((name) => name !== undefined),
    variants,
    combine: weights === undefined ? (node.combine ?? "mean") : "weights",
    reductions,
    rule: first.rule,
  };
}

/** Gates and vetoes without a condition of their own have a yes/no input under their id. */
function compileGatesAndVetoes(context: Context): { gates: GatePlan[]; vetoes: VetoPlan[] } {
  const own = (
    section: "gates" | "vetoes",
    index: number,
    entry: { id: string; no?: string | undefined; name: string },
  ): Condition => {
    const names = [entry.id, entry.no, entry.name].filter((name) => name !== undefined);
    const draft = {
      id: entry.id,
      name: entry.name,
      names,
      method: undefined,
      type: { kind: "yes-no" },
      source: { from: "submissions" },
      origin: [section, "list", index],
    } as const;
    const declared = context.inputsById.get(entry.id);
    return {
      kind: "yes",
      input: (declared ?? addInput(context, draft)).index,
      missing: context.rubric[section]?.missing ?? "finding",
    };
  };
  const gates = (context.rubric.gates?.list ?? []).map((entry, index): GatePlan => {
    const origin: Path = ["gates", "list", index];
    const requires =
      entry.requires === undefined
        ? own("gates", index, entry)
        : compileCondition(context, entry.requires, [...origin, "requires"], "gates");
    return { id: entry.id, no: entry.no ?? entry.id, name: entry.name, requires, origin };
  });
  const vetoes = (context.rubric.vetoes?.list ?? []).map((entry, index): VetoPlan => {
    const origin: Path = ["vetoes", "list", index];
    const when =
      entry.when === undefined
        ? own("vetoes", index, entry)
        : compileCondition(context, entry.when, [...origin, "when"], "scores");
    return { id: entry.id, no: entry.no ?? entry.id, name: entry.name, when, origin };
  });
  return { gates, vetoes };
}

/** What the file of events may hold: the words that the rubric declares, and those it reads. */
function compileEvents(
  context: Context,
  { nodes, leaves }: Tree,
  conditions: readonly Condition[],
): EventsPlan {
  const { kinds, levels, circumstances } = context.rubric.events ?? {};
  const rules = leaves.flatMap(({ rule }) => (rule.kind === "events" ? [rule] : []));
  const read = [
    ...conditions,
    ...nodes.flatMap(({ appliesTo }) => appliesTo ?? []),
    ...leaves.flatMap(({ rule }) => conditionsOfRule(rule)),
  ]
    .flatMap(conditionsInside)
    .filter((condition) => condition.kind === "event");
  const allowed = (declared: readonly string[] | undefined, used: readonly string[]): string[] => [
    ...new Set([...(declared ?? []), ...used]),
  ];
  const usedLevels = [
    ...rules.flatMap((rule) => [...(rule.levels?.keys() ?? [])]),
    ...read.flatMap((event) => event.levels ?? []),
  ];
  const usedFactors = rules.flatMap((rule) => [...rule.factors.keys()]);
  return {
    used: rules.length > 0 || read.length > 0,
    rules,
    needsAsOf:
      context.rubric.valid !== undefined ||
      // Titles are held on some day, and earlier years are earlier than some year.
      context.rubric.titles !== undefined ||
      conditions.flatMap(conditionsInside).some(({ kind }) => kind === "earlier" || kind === "standing") ||
      context.rubric.years?.results !== undefined ||
      [...rules, ...read].some(({ within }) => within !== undefined && within.kind !== "days"),
    kinds: allowed(kinds, [
      ...rules.flatMap((rule) => rule.events),
      ...read.flatMap((event) => event.events),
    ]),
    levels: levels === undefined && usedLevels.length === 0 ? undefined : allowed(levels, usedLevels),
    circumstances:
      circumstances === undefined && usedFactors.length === 0
        ? undefined
        : allowed(circumstances, usedFactors),
  };
}

function compilePhases(context: Context): PhasesPlan | undefined {
  const { phases } = context.rubric;
  if (phases === undefined) return undefined;
  const result = phases.list.indexOf(phases.result);
  if (result === -1) {
    context.report(
      ["phases", "result"],
      problems.phaseResult(phases.result, phases.list, closest(phases.result, phases.list)),
    );
  }
  return { list: phases.list, result: Math.max(result, 0) };
}

/** Steps that give more than the indicator is worth would be cut to it unseen. */
function checkAwards(context: Context, rule: Rule, points: Rational | undefined, path: Path): void {
  if (points === undefined) return;
  const check = ({ share, value }: Award, at: Path): void => {
    const most = share ? one : points;
    if (compare(value, most) <= 0) return;
    const show = (figure: Rational): string => (share ? formatPercent(figure) : formatExact(figure));
    context.report(at, problems.awardAbovePoints(show(value), show(most)));
  };
  if (rule.kind === "bands") {
    for (const [index, { give }] of rule.bands.entries()) check(give, [...path, "bands", index, "give"]);
  }
  if (rule.kind === "k-of-n") for (const { give } of rule.table) check(give, [...path, "table"]);
  if (rule.kind === "grade") for (const step of rule.scale.values()) check(step, [...path, "scale"]);
  if (rule.kind === "bands" || rule.kind === "k-of-n" || rule.kind === "threshold")
    check(rule.otherwise, [...path, "otherwise"]);
  if (rule.kind === "on-time") check({ share: true, value: rule.late, step: undefined }, [...path, "late"]);
  if (rule.kind === "curve") {
    for (const [index, { points: value }] of rule.curve.entries()) {
      check({ share: false, value, step: undefined }, [...path, "curve", index]);
    }
  }
}
