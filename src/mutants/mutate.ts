import { type Day, dayAfter, dayBefore, formatDay } from "../base/date.ts";
import type { Text } from "../base/language.ts";
import { once } from "../base/once.ts";
import type { Accepted } from "../cases/case.ts";
import type { Point } from "../cases/gap.ts";
import { type PreparedCase, readEvidence, runCase } from "../cases/run.ts";
import type { Mutants } from "../cases/test-run.ts";
import type { RubricVersion } from "../cases/version.ts";
import { checkRubric } from "../check/check.ts";
import { ofOneVersion } from "../check/versions.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { Outcome } from "../findings/finding.ts";
import { compileRubric } from "../rubric/compile.ts";
import { pathInWhole, pathOfChange } from "../rubric/dated.ts";
import type { RubricDocument } from "../rubric/document.ts";
import type { NodePlan, Plan } from "../rubric/plan.ts";
import type { Rubric } from "../rubric/schema.ts";
import { addressOf, type Change } from "./change.ts";
import { changesOf } from "./changes.ts";
import { decisionChanges } from "./decisions.ts";
import { withDefaults } from "./defaults.ts";
import { meanTheSame } from "./same.ts";

export interface MutateInput {
  readonly versions: readonly RubricVersion[];
  /** The rubric with all that holds at any time. */
  readonly whole: RubricDocument;
  readonly cases: readonly TriedCase[];
  readonly accepted: readonly Accepted[];
}

/** A case under the version of its day, and as other versions read it; undefined where they do not. */
export interface TriedCase {
  readonly version: number;
  readonly under: readonly (PreparedCase | undefined)[];
}

/** What became of a change: of several versions that have it, the first of these. */
const fates = ["noticed", "survived", "same", "refused"] as const;
type Fate = (typeof fates)[number];

interface Mutant {
  readonly point: Point;
  readonly fate: Fate;
}

/** Changes the rubric a little, in every way known, and sees whether the cases notice. All cases must pass without. */
export async function mutate(input: MutateInput): Promise<Mutants> {
  const mutants = new Map<string, Mutant>();
  const settle = (mutant: Mutant): void => {
    const { id } = mutant.point;
    const before = mutants.get(id);
    if (before === undefined || fates.indexOf(mutant.fate) < fates.indexOf(before.fate))
      mutants.set(id, mutant);
  };
  for (const index of input.versions.keys())
    await mutateVersion(input, index, (id) => mutants.get(id)?.fate === "noticed", settle);
  await mutateDays(input, settle);
  const having = (fate: Fate): Point[] =>
    [...mutants.values()].flatMap((mutant) => (mutant.fate === fate ? [mutant.point] : []));
  const survivors = having("survived");
  const { accepted } = input;
  const isAccepted = ({ id }: Point): boolean => accepted.some(({ what }) => what === id);
  return {
    noticed: having("noticed").length,
    refused: having("refused").length,
    same: having("same").length,
    refusedMutants: having("refused"),
    sameMutants: having("same"),
    survivors: survivors.filter((mutant) => !isAccepted(mutant)),
    accepted: survivors.filter(isAccepted),
    stale: accepted.flatMap(({ what }, index) => (survivors.some(({ id }) => id === what) ? [] : [index])),
  };
}

/** Changes of one version, by the cases of its time. */
async function mutateVersion(
  { versions, whole, cases: all }: MutateInput,
  index: number,
  isNoticed: (id: string) => boolean,
  settle: (mutant: Mutant) => void,
): Promise<void> {
  const version = versions[index];
  if (version === undefined) return;
  const { document, rubric, plan } = version;
  const cases = all.flatMap(({ version: own, under }) => (own === index ? (under[index] ?? []) : []));
  const full = withDefaults(rubric);
  const evidence = createEvidence(plan);
  const seen = new Set<string>();
  /** The cases in the order they are tried: one that noticed a change is likely to notice the next. */
  const order = [...cases];
  const isWarnedOf = createWarned(version, versions.length > 1);
  for (const change of [...changesOf(full), ...decisionChanges(plan)]) {
    const several = versions.length > 1;
    const path = several ? pathInWhole(whole, document, change.path) : change.path;
    const address = several ? addressOf(whole.data, path) : addressOf(full, path);
    const id = `${address} ${change.from} → ${change.to}`;
    if (seen.has(id) || isNoticed(id)) continue;
    seen.add(id);
    const point = { id, path, text: textOf(plan, address, change) };
    const compiled = compiledOf(document, full, plan, change);
    const mutated = compiled?.plan;
    if (mutated === undefined) {
      settle({ point, fate: "refused" });
      continue;
    }
    const noticedBy = await firstToNotice(mutated, nearFirst(order, nodeOf(plan, change)), evidence);
    if (noticedBy !== undefined) {
      order.splice(order.indexOf(noticedBy), 1);
      order.unshift(noticedBy);
      settle({ point, fate: "noticed" });
    } else if (meanTheSame(plan, mutated)) settle({ point, fate: "same" });
    else settle({ point, fate: isWarnedOf(compiled?.rubric, mutated) ? "refused" : "survived" });
  }
}

/** The day on which one version takes over from another, a day later and a day earlier. */
async function mutateDays(input: MutateInput, settle: (mutant: Mutant) => void): Promise<void> {
  const { versions, whole } = input;
  for (const [index, next] of versions.entries()) {
    const before = versions[index - 1];
    const { from } = next.valid;
    if (before === undefined || from === undefined) continue;
    const moves = [
      // A day later, the first day is still judged by what went before; a day earlier, the last one is not.
      { to: dayAfter(from), day: from, under: index - 1 },
      { to: dayBefore(from), day: dayBefore(from), under: index },
    ];
    const isSame = meanTheSame(next.plan, { ...before.plan, rubric: next.plan.rubric });
    for (const { to, day, under } of moves) {
      const [old, moved] = [formatDay(from), formatDay(to)];
      const text = { zh: `换规定的日子：${old} → ${moved}`, en: `day of the change: ${old} → ${moved}` };
      const point = { id: `valid ${old} → ${moved}`, path: pathOfChange(whole, from), text };
      const noticed = await noticesDay(input, day, under);
      settle({ point, fate: noticed ? "noticed" : isSame ? "same" : "survived" });
    }
  }
}

/** Whether a case of a day comes out otherwise under a version of another time. */
async function noticesDay({ versions, cases }: MutateInput, day: Day, under: number): Promise<boolean> {
  const plan = versions[under]?.plan;
  for (const one of cases) {
    if (plan === undefined || one.under[one.version]?.of.asOf !== day) continue;
    const other = one.under[under];
    if (other === undefined) return true;
    const { differences } = runCase(plan, other, await readEvidence(plan, other));
    if (differences.length > 0) return true;
  }
  return false;
}

/** The innermost item or group that a change is in. */
const nodeOf = (plan: Plan, { path }: Change): NodePlan | undefined =>
  plan.nodes.findLast(
    ({ origin, index }) =>
      index > 0 && origin.length <= path.length && origin.every((step, at) => step === path[at]),
  );

/** The item that was changed, what of it, and how. */
function textOf(plan: Plan, address: string, change: Change): Text {
  const { from, to } = change;
  const around = nodeOf(plan, change);
  const what =
    around !== undefined && address.startsWith(`${around.id}.`)
      ? address.slice(around.id.length + 1)
      : around === undefined
        ? address
        : "";
  const item = [around?.name ?? "", what].filter((word) => word !== "").join(" ");
  return to === "—"
    ? { zh: `${item}：去掉“${from}”`, en: `${item}: without "${from}"` }
    : { zh: `${item}：${from} → ${to}`, en: `${item}: ${from} → ${to}` };
}

/** The changed rubric and its Plan; undefined where it does not compile. */
function compiledOf(
  document: RubricDocument,
  rubric: Rubric,
  plan: Plan,
  { edit }: Change,
): { readonly rubric: Rubric | undefined; readonly plan: Plan } | undefined {
  if (edit.on === "plan") return { rubric: undefined, plan: edit.change(plan) };
  const changed = edit.change(rubric);
  const compiled = compileRubric(document, changed);
  return compiled.ok ? { rubric: changed, plan: compiled.value } : undefined;
}

/**
 * Whether `check` has something to say of a changed rubric that it does not say of the original: more errors or
 * warnings of some kind, as places move with a change. What was changed in the Plan only has no text to check.
 */
function createWarned(
  { document, rubric, plan }: RubricVersion,
  several: boolean,
): (changed: Rubric | undefined, other: Plan) => boolean {
  const count = (own: Rubric, compiled: Plan): ReadonlyMap<string, number> => {
    const found = checkRubric(document, own, compiled).filter(({ severity }) => severity !== "info");
    const told = new Map<string, number>();
    for (const { code } of several ? ofOneVersion(found) : found) told.set(code, (told.get(code) ?? 0) + 1);
    return told;
  };
  const before = once(() => count(rubric, plan));
  return (changed, other) =>
    changed !== undefined &&
    [...count(changed, other)].some(([code, times]) => times > (before().get(code) ?? 0));
}

async function firstToNotice(
  plan: Plan,
  cases: readonly PreparedCase[],
  evidence: Evidences,
): Promise<PreparedCase | undefined> {
  const of = evidence(plan);
  for (const one of cases) {
    const { differences } = runCase(plan, one, await of(one));
    if (differences.length > 0) return one;
  }
  return undefined;
}

/** The same cases, those first that expect points of the item that is changed. */
function nearFirst(cases: readonly PreparedCase[], node: NodePlan | undefined): readonly PreparedCase[] {
  if (node === undefined) return cases;
  const isNear = ({ of: { units } }: PreparedCase): boolean =>
    units.some(({ expected }) =>
      expected.some((one) => one.kind === "points" && "node" in one.scored && one.scored.node === node.index),
    );
  return [...cases.filter(isNear), ...cases.filter((one) => !isNear(one))];
}

type Evidences = (plan: Plan) => (one: PreparedCase) => Promise<Outcome<Evidence>>;

/** What cases hand in is read once, and again only where the change says that it reads otherwise. */
function createEvidence(plan: Plan): Evidences {
  const usual = readsAs(plan);
  const known = new Map<PreparedCase, Promise<Outcome<Evidence>>>();
  const read = (one: PreparedCase): Promise<Outcome<Evidence>> => {
    const before = known.get(one);
    if (before !== undefined) return before;
    const now = readEvidence(plan, one);
    known.set(one, now);
    return now;
  };
  return (other) => (readsAs(other) === usual ? read : (one) => readEvidence(other, one));
}

/** All that reading files asks of a Plan, as one text. */
const readsAs = ({ inputs, columns, ignored, phases, events, units, ranking, titles }: Plan): string =>
  JSON.stringify(
    [
      inputs,
      columns,
      ignored,
      phases,
      { ...events, rules: events.rules.map(({ events: kinds, levels }) => [kinds, levels]) },
      units,
      ranking.groupBy,
      ranking.groups,
      // Where the register says no last day, the term does.
      titles.map(({ term }) => term?.months),
    ],
    (key, value: unknown) => {
      if (key === "origin" || key === "names") return undefined;
      if (value instanceof Map) return [...value];
      return typeof value === "bigint" ? String(value) : value;
    },
  );
