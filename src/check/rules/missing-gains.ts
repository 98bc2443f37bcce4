import { flatMap } from "../../base/flat-map.ts";
import { once } from "../../base/once.ts";
import { compare, formatDecimal, type Rational } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Path } from "../../rubric/document.ts";
import type { LeafPlan, NodePlan, Plan } from "../../rubric/plan.ts";
import { inputsBehind } from "../../scoring/compute.ts";
import { copyOf, type Draft } from "../draft.ts";
import { rawInputs } from "../leaf-inputs.ts";
import type { KindContext } from "../outcome-proof.ts";
import type { CheckContext, CheckRule } from "../rule.ts";
import type { Sample } from "../sample.ts";

/** An indicator on which a unit does better by handing in nothing than by handing in the worst figure there is. */
export const missingGains: CheckRule = {
  codes: ["missing-gains"],
  check(context) {
    // A word on missing data may speak for many indicators, and one figure may count for several: told of once.
    const told = new Set<string | number>();
    const readers = once(() => readersOf(context.plan));
    return flatMap(context.plan.leaves, (leaf) => {
      if (leaf.missing === "finding" || leaf.missing === "zero" || byOffice(leaf)) return [];
      const path = policyOf(context, leaf);
      const inputs = handedIn(context.plan, leaf);
      const keys = [path?.join(" ") ?? "", ...inputs];
      if (path === undefined || inputs.length === 0 || keys.some((key) => told.has(key))) return [];
      if (inputs.some((input) => readers().get(input)?.some(byOffice))) return [];
      const found = ofLeaf(context, leaf, inputs, path);
      if (found.length > 0) for (const key of keys) told.add(key);
      return found;
    });
  },
};

/** The inputs that units hand in for an indicator; what the register says of them is there anyway. */
const handedIn = (plan: Plan, leaf: LeafPlan): readonly number[] =>
  flatMap(leaf.variants, ({ inputs }) => flatMap(inputs, (input) => inputsBehind(plan, input))).filter(
    (input) => plan.inputs[input]?.source.from === "submissions",
  );

/** By input, the indicators that read it. */
function readersOf(plan: Plan): ReadonlyMap<number, readonly LeafPlan[]> {
  const readers = new Map<number, LeafPlan[]>();
  for (const leaf of plan.leaves) {
    for (const input of rawInputs(plan, leaf)) {
      const before = readers.get(input);
      if (before === undefined) readers.set(input, [leaf]);
      else before.push(leaf);
    }
  }
  return readers;
}

/** Where it is written what missing data of an indicator mean: with it, a group around it, or at the top. */
function policyOf({ plan, document }: CheckContext, leaf: LeafPlan): Path | undefined {
  for (let node: NodePlan | undefined = leaf; node !== undefined; node = plan.nodes[node.parent]) {
    const path = [...node.origin, "missing"];
    if (isThere(document.data, path)) return path;
  }
  return undefined;
}

function isThere(data: unknown, path: Path): boolean {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !(step in value)) return false;
    value = (value as Readonly<Record<string | number, unknown>>)[step]; // `in` has just said so
  }
  return true;
}

/** Faults and incidents are taken down by the office: where it has found none, there is nothing to hand in. */
const byOffice = (leaf: LeafPlan): boolean =>
  leaf.part === "deduction" || leaf.rule.kind === "deduct-per-fault" || leaf.rule.kind === "events";

/** Kinds of unit that are looked at: where the first ones gain nothing, the others hardly will. */
const mostKinds = 6;

function ofLeaf(
  { plan, proof, atKey }: CheckContext,
  leaf: LeafPlan,
  inputs: readonly number[],
  path: Path,
): readonly Finding[] {
  const kinds = proof.kinds().filter(({ kind }) => kind.profile.reached[leaf.index] === true);
  for (const context of kinds.slice(0, mostKinds)) {
    // A unit at the limit of the total, or at the cap of a group, loses nothing by a bad figure: the worst does.
    for (const end of ["best", "worst"] as const) {
      const sample = together(context, threeUnits(context, inputs, end));
      const [quiet, said] = (sample && totalsOf(context, sample)) ?? [];
      if (sample === undefined || quiet === undefined || said === undefined || compare(quiet, said) <= 0)
        continue;
      const { places, mode } = plan.rounding;
      const show = (total: Rational): string => formatDecimal(total, places, mode);
      const finding = atKey(path, problems.missingGains(leaf.name, show(quiet), show(said)));
      return [{ ...finding, witness: proof.witness(sample) }];
    }
  }
  return [];
}

/** Units alike but for one indicator: nothing of it, the worst, and the best; in all else at one end. */
function threeUnits(
  { solver }: KindContext,
  inputs: readonly number[],
  end: "best" | "worst",
): readonly Draft[] {
  const start = solver().extreme(end);
  const says = (own: "best" | "worst"): Draft => {
    const from = solver().extreme(own);
    const draft = copyOf(start);
    for (const input of inputs) {
      const texts = from.texts.get(input);
      if (texts !== undefined) draft.texts.set(input, texts);
    }
    return draft;
  };
  const silent = copyOf(start);
  for (const input of inputs) silent.texts.delete(input);
  return [silent, says("worst"), says("best")];
}

const names = ["不报的单位", "报最差的单位", "报最好的单位"];

function together({ solver, kind }: KindContext, drafts: readonly Draft[]): Sample | undefined {
  const [first] = drafts;
  const [sample] = first === undefined ? [] : solver().samples(first, 0);
  return (
    sample && {
      ...sample,
      units: drafts.map(({ texts, events }, index) => ({
        name: names[index] ?? "",
        columns: kind.columns,
        texts,
        events,
      })),
    }
  );
}

function totalsOf({ solver }: KindContext, sample: Sample): readonly (Rational | undefined)[] | undefined {
  const assessment = solver().run(sample);
  return (
    assessment &&
    sample.units.map(
      (_, index) => assessment.results.find(({ score }) => score.unit.index === index)?.score.total,
    )
  );
}
