import type { Assessment } from "../assess.ts";
import type { Day } from "../base/date.ts";
import {
  add,
  compare,
  equals,
  formatExact,
  formatPercent,
  isZero,
  type Rational,
  zero,
} from "../base/rational.ts";
import type { Value } from "../evidence/value.ts";
import { figuresOf as rankFiguresOf } from "../ranking/rank.ts";
import type { RubricDocument } from "../rubric/document.ts";
import type { InputPlan, LeafPlan, LeafVariant, NodePlan, Plan } from "../rubric/plan.ts";
import { figuresOf } from "../rubric/walk.ts";
import type { Facts } from "../scoring/condition.ts";
import type { Notice } from "../scoring/leaf-score.ts";
import { unitIs } from "../scoring/profile.ts";
import type { UnitScore } from "../scoring/score.ts";
import { sumUpSheets } from "../scoring/sheets.ts";
import { observeAtoms, type See } from "./observe-atoms.ts";
import { observeDecisions } from "./observe-decisions.ts";
import { clauseAt, keyOf, ownerOfInput, ownerOfNode, rankingOwner, totalOwner } from "./owner.ts";
import { isWritten } from "./written.ts";

/** Tells which points of the rubric an assessment shows. */
export function observe(
  document: RubricDocument,
  assessment: Assessment,
  asOf: Day | undefined,
  see: See,
): void {
  const { plan, results } = assessment;
  for (const { score } of results) {
    for (const input of plan.inputs) observeInput(input, assessment, score, see);
    for (const node of plan.nodes) observeNode(document, plan, node, score, see);
    for (const leaf of plan.leaves)
      if (score.profile.reached[leaf.index] === true) observeLeaf(document, assessment, leaf, score, see);
    observeLimits(plan, score, see);
  }
  observeRanks(plan, assessment, see);
  observeDecisions(assessment, asOf, see);
}

function observeInput(input: InputPlan, { evidence }: Assessment, score: UnitScore, see: See): void {
  const owner = ownerOfInput(input);
  const given = evidence.values[score.unit.index]?.[input.index];
  const seen = given?.kind === "many" ? given.observations : [];
  const figures = seen.flatMap(({ value }) => (value === undefined ? [] : [textOf(value)]));
  if (new Set(figures).size > 1) see(keyOf(owner, "several"));
  const { sheets } = input;
  if (sheets === undefined || seen.length === 0) return;
  const asked = sheets.verdict && evidence.values[score.unit.index]?.[sheets.verdict.input];
  const result = sumUpSheets(sheets, seen, asked?.kind === "many" ? asked.observations : []);
  if (result.valid > 0) see(keyOf(owner, "sheets"));
  if (result.valid < sheets.sample) see(keyOf(owner, "short"));
  if (result.blank > 0) see(keyOf(owner, "blank"));
  if (result.invalid > 0) see(keyOf(owner, "invalid"));
  if (result.disapproving > 0) see(keyOf(owner, "disapproves"));
}

const textOf = (value: Value): string => (value.kind === "number" ? formatExact(value.number) : value.text);

function observeNode(document: RubricDocument, plan: Plan, node: NodePlan, score: UnitScore, see: See): void {
  const { profile } = score;
  const around = node.index === 0 || profile.reached[node.parent] === true;
  if (!around) return;
  const owner = ownerOfNode(node);
  if (node.appliesTo !== undefined)
    see(keyOf(owner, profile.applies[node.index] === true ? "applies" : "not-for"));
  if (profile.reached[node.index] !== true) {
    const sayer = sayerOf(plan, document, node, "not-applicable");
    if (sayer !== undefined) see(keyOf(ownerOfNode(sayer), "not-applicable"));
    return;
  }
  for (const { key, figure } of figuresOf(node)) {
    const index = figure.findIndex(({ when }) => when === undefined || unitIs(when, score.unit));
    see(keyOf(owner, `${key}.${index + 1}`));
  }
  if (node.kind === "group" && node.capEntry !== undefined && node.index !== 0) {
    const taken = score.contributions[node.capEntry] ?? zero;
    see(keyOf(owner, isZero(taken) ? "below-cap" : "cap"));
  }
}

/** The nearest node from `node` upwards that says itself what a policy is. */
function sayerOf(plan: Plan, document: RubricDocument, node: NodePlan, key: string): NodePlan | undefined {
  if (isWritten(document, [...node.origin, key])) return node;
  const parent = plan.nodes[node.parent];
  return parent && sayerOf(plan, document, parent, key);
}

function observeLeaf(
  document: RubricDocument,
  { plan, scores }: Assessment,
  leaf: LeafPlan,
  score: UnitScore,
  see: See,
): void {
  const say = (what: string): void => see(keyOf(ownerOfNode(leaf), what));
  const earnedBy = new Map<LeafVariant, Rational[]>();
  const notice: Notice = ({ variant, context, outcome }) => {
    if (outcome === "missing" || outcome === "not-applicable") return;
    const before = earnedBy.get(variant);
    if (before === undefined) earnedBy.set(variant, [outcome.earned]);
    else before.push(outcome.earned);
    for (const name of branchNames(leaf, outcome.branch)) say(name);
    for (const name of outcome.branches?.() ?? []) say(several(leaf, name));
    for (const [index, { verdict }] of (outcome.clauses ?? []).entries())
      if (verdict === "met" || verdict === "unmet") see(keyOf(clauseAt(leaf, index), verdict));
    observeConditions(leaf, context.facts, see);
  };
  const { state = "scored", earned } = scores.rescore(score.unit.index, leaf, notice);
  const blank = leaf.variants.some(({ inputs }) => inputs.some((input) => score.values[input] === undefined));
  for (const [policy, used] of [
    ["missing", state === "missing" || blank],
    ["not-applicable", state === "not-applicable" && !blank],
  ] as const) {
    const sayer = used ? sayerOf(plan, document, leaf, policy) : undefined;
    if (sayer !== undefined) see(keyOf(ownerOfNode(sayer), policy));
  }
  if (state !== "scored" || earned === undefined) return;
  say("scored");
  const points = score.profile.points[leaf.index];
  if (leaf.points === undefined) say(isZero(earned) ? "none" : "some");
  else if (points !== undefined && !isZero(points)) say(compare(earned, points) >= 0 ? "full" : "less");
  const methods = [...earnedBy.values()];
  if (methods.some((list) => differ(list))) say("several");
  if (differ(methods.flatMap((list) => list.slice(0, 1)))) say("methods");
}

const differ = ([first, ...rest]: readonly Rational[]): boolean =>
  first !== undefined && rest.some((other) => !equals(first, other));

/** What the branch of a rule is called among the points. */
function branchNames({ rule }: LeafPlan, branch: number | string | undefined): string[] {
  if (branch === undefined || branch === "") return [];
  switch (rule.kind) {
    case "bands":
      return [`band.${branch === -1 ? "otherwise" : Number(branch) + 1}`];
    case "k-of-n": {
      const row = rule.table[Number(branch)];
      const count = row && (row.share ? formatPercent(row.met) : formatExact(row.met));
      return [`row.${count ?? "otherwise"}`];
    }
    case "grade":
      return [`step.${branch}`];
    case "deduct-per-missing":
    case "deduct-per-fault":
    case "deduct-per-point-short":
      return [`deduct.${branch}`];
    case "proportional":
      return [`target.${branch}`];
    case "threshold":
    case "curve":
    case "min-max":
    case "each-time":
    case "on-time":
      return [`${rule.kind}.${branch}`];
    default:
      return [];
  }
}

/** `level 省级` is a point of its own; of what else happens to events, and of part points, the rule says where it stands. */
function several({ rule }: LeafPlan, name: string): string {
  const [kind = "", ...words] = name.split(" ");
  if (words.length > 0) return `${kind}.${words.join(" ")}`;
  return `${rule.kind === "events" ? "events" : "deduct"}.${name}`;
}

function observeConditions(leaf: LeafPlan, facts: Facts, see: See): void {
  const { rule } = leaf;
  if (rule.kind === "threshold") observeAtoms(ownerOfNode(leaf), rule.when, facts, see);
  if ("clauses" in rule)
    for (const [index, { when }] of rule.clauses.entries())
      if (when !== undefined) observeAtoms(clauseAt(leaf, index), when, facts, see);
}

function observeLimits(plan: Plan, score: UnitScore, see: See): void {
  const { floor, cap } = plan.total;
  const own = plan.root.capEntry;
  const before = score.contributions.reduce(
    (sum, value, entry) => (entry === own ? sum : add(sum, value)),
    zero,
  );
  const above = cap !== undefined && compare(before, cap) > 0;
  const below = floor !== undefined && compare(above ? cap : before, floor) < 0;
  if (above) see(keyOf(totalOwner, "cap"));
  if (below) see(keyOf(totalOwner, "floor"));
  if (!above && !below) see(keyOf(totalOwner, "inside"));
}

function observeRanks(plan: Plan, { results }: Assessment, see: See): void {
  for (const [index, { score, group, tied }] of results.entries()) {
    see(keyOf(rankingOwner, `group.${group}`));
    if (tied) see(keyOf(rankingOwner, "shared"));
    const next = results[index + 1];
    if (next === undefined || next.group !== group || next.rank === results[index]?.rank) continue;
    see(keyOf(rankingOwner, "apart"));
    const figures = rankFiguresOf(plan, score);
    const others = rankFiguresOf(plan, next.score);
    const decided = figures.findIndex((figure, place) => {
      const other = others[place];
      return figure === undefined || other === undefined ? figure !== other : !equals(figure, other);
    });
    if (decided > 0) see(keyOf(rankingOwner, `tie.${decided}`));
  }
}
