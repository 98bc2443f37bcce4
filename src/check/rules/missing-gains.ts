import { compare, formatDecimal, type Rational } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Path } from "../../rubric/document.ts";
import type { LeafPlan, NodePlan } from "../../rubric/plan.ts";
import { inputsBehind } from "../../scoring/compute.ts";
import { copyOf, type Draft } from "../draft.ts";
import type { KindContext } from "../outcome-proof.ts";
import type { CheckContext, CheckRule } from "../rule.ts";
import type { Sample } from "../sample.ts";

/** An indicator on which a unit does better by handing in nothing than by handing in the worst figure there is. */
export const missingGains: CheckRule = {
  codes: ["missing-gains"],
  check(context) {
    // A word on missing data may speak for many indicators: it is told of once, with the first of them.
    const told = new Set<string>();
    return context.plan.leaves.flatMap((leaf) => {
      if (leaf.missing === "finding" || leaf.missing === "zero" || byOffice(leaf)) return [];
      const path = policyOf(context, leaf);
      if (path === undefined || told.has(path.join(" "))) return [];
      const found = ofLeaf(context, leaf, path);
      if (found.length > 0) told.add(path.join(" "));
      return found;
    });
  },
};

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

function ofLeaf({ plan, proof, atKey }: CheckContext, leaf: LeafPlan, path: Path): readonly Finding[] {
  const context = proof.kinds().find(({ kind }) => kind.profile.reached[leaf.index]);
  if (context === undefined) return [];
  const inputs = leaf.variants.flatMap((variant) =>
    variant.inputs.flatMap((input) => inputsBehind(plan, input)),
  );
  const shared = plan.leaves.some(
    (other) =>
      other !== leaf &&
      other.variants.some((variant) =>
        variant.inputs.some((input) => inputsBehind(plan, input).some((raw) => inputs.includes(raw))),
      ),
  );
  if (shared || inputs.length === 0) return [];
  const { best, worst, silent } = threeUnits(context, inputs);
  const sample = together(context, [silent, worst, best]);
  const totals = sample && totalsOf(context, sample);
  if (sample === undefined || totals === undefined) return [];
  const [quiet, said] = totals;
  if (quiet === undefined || said === undefined || compare(quiet, said) <= 0) return [];
  const { places, mode } = plan.rounding;
  const show = (total: Rational): string => formatDecimal(total, places, mode);
  const finding = atKey(path, problems.missingGains(leaf.name, show(quiet), show(said)));
  return [{ ...finding, witness: proof.witness(sample) }];
}

interface Three {
  readonly best: Draft;
  readonly worst: Draft;
  readonly silent: Draft;
}

/** Units alike but for one indicator: the best of it, the worst of it, and nothing. */
function threeUnits({ solver }: KindContext, inputs: readonly number[]): Three {
  const best = solver().extreme("best");
  const lowest = solver().extreme("worst");
  const worst = copyOf(best);
  const silent = copyOf(best);
  for (const input of inputs) {
    const texts = lowest.texts.get(input);
    if (texts !== undefined) worst.texts.set(input, texts);
    silent.texts.delete(input);
  }
  return { best, worst, silent };
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
