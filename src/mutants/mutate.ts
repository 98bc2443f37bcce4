import type { Text } from "../base/language.ts";
import type { Accepted } from "../cases/case.ts";
import type { Point } from "../cases/gap.ts";
import { type PreparedCase, readEvidence, runCase } from "../cases/run.ts";
import type { Mutants } from "../cases/test-run.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { Outcome } from "../findings/finding.ts";
import { compileRubric } from "../rubric/compile.ts";
import type { RubricDocument } from "../rubric/document.ts";
import type { NodePlan, Plan } from "../rubric/plan.ts";
import type { Rubric } from "../rubric/schema.ts";
import { addressOf, type Change } from "./change.ts";
import { changesOf } from "./changes.ts";
import { decisionChanges } from "./decisions.ts";
import { withDefaults } from "./defaults.ts";
import { meanTheSame } from "./same.ts";

export interface MutateInput {
  readonly document: RubricDocument;
  readonly rubric: Rubric;
  readonly plan: Plan;
  readonly cases: readonly PreparedCase[];
  readonly accepted: readonly Accepted[];
}

/** Changes the rubric a little, in every way known, and sees whether the cases notice. All cases must pass without. */
export async function mutate({ document, rubric, plan, cases, accepted }: MutateInput): Promise<Mutants> {
  const full = withDefaults(rubric);
  const evidence = createEvidence(plan);
  const survivors: Point[] = [];
  const seen = new Set<string>();
  const counts = { noticed: 0, refused: 0, same: 0 };
  /** The cases in the order they are tried: one that noticed a change is likely to notice the next. */
  const order = [...cases];
  for (const change of [...changesOf(full), ...decisionChanges(plan)]) {
    const address = addressOf(full, change.path);
    const id = `${address} ${change.from} → ${change.to}`;
    if (seen.has(id)) continue;
    seen.add(id);
    const mutated = planOf(document, full, plan, change);
    if (mutated === undefined) {
      counts.refused += 1;
      continue;
    }
    const noticedBy = await firstToNotice(mutated, nearFirst(order, nodeOf(plan, change)), evidence);
    if (noticedBy !== undefined) {
      order.splice(order.indexOf(noticedBy), 1);
      order.unshift(noticedBy);
      counts.noticed += 1;
    } else if (meanTheSame(plan, mutated)) counts.same += 1;
    else survivors.push({ id, path: change.path, text: textOf(plan, address, change) });
  }
  const isAccepted = ({ id }: Point): boolean => accepted.some(({ what }) => what === id);
  return {
    ...counts,
    survivors: survivors.filter((mutant) => !isAccepted(mutant)),
    accepted: survivors.filter(isAccepted),
    stale: accepted.flatMap(({ what }, index) => (survivors.some(({ id }) => id === what) ? [] : [index])),
  };
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

/** The Plan of the changed rubric; undefined where it does not compile. */
function planOf(document: RubricDocument, rubric: Rubric, plan: Plan, { edit }: Change): Plan | undefined {
  if (edit.on === "plan") return edit.change(plan);
  const compiled = compileRubric(document, edit.change(rubric));
  return compiled.ok ? compiled.value : undefined;
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
