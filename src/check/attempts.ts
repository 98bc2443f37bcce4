import { type Assessment, assess, type Result } from "../assess.ts";
import type { Day } from "../base/date.ts";
import { once } from "../base/once.ts";
import { isError } from "../findings/finding.ts";
import type { Plan } from "../rubric/plan.ts";
import type { RecordCondition } from "./assumption.ts";
import { findInversions, hardnessOf, type Inversion } from "./inversions.ts";
import type { KindOfUnit } from "./kinds-of-unit.ts";
import { createSearch, type KindContext, resultOfUnit, type Search } from "./outcome-proof.ts";
import { settlePlan } from "./records.ts";
import { evidenceOf, type Sample, type SampleRecord, type SampleUnit } from "./sample.ts";
import { cutRules } from "./states.ts";

/** No more samples than these are scored: what is not found is not decided. */
const mostRuns = 6000;

/** A decision that was really made on a sample. */
export interface Found {
  readonly rule: number | undefined;
  readonly result: Result;
  readonly sample: Sample;
  readonly kind: KindOfUnit;
}

/** What is on record of a unit, with what the rubric asks of that. */
export interface Situation {
  /** What the conditions on records come to, one after the other. */
  readonly verdicts: readonly boolean[];
  known(condition: RecordCondition): boolean;
  readonly record: SampleRecord;
  beside(units: readonly SampleUnit[]): readonly SampleUnit[];
}

/** With both units in one sample, where each still comes to the same beside the other; or the harder treated one alone. */
export interface Inverted extends Inversion {
  readonly sample: Sample;
}

export interface Attempts {
  /** Every decision on such a unit for which data can be made up. */
  decisions(situation: Situation): readonly Found[];
  /** Decisions that are harder on such a unit than one at a lower total; those that are known are passed over. */
  inversions(situation: Situation, known: (rule: number) => boolean): readonly Inverted[];
}

export function createAttempts(
  plan: Plan,
  kinds: readonly KindContext[],
  allKinds: boolean,
  now: Day,
): Attempts {
  /** Effects are looked at by themselves: what they forbid would stop the whole assessment. */
  const bare: Plan = { ...plan, outcomes: plan.outcomes.map((rule) => ({ ...rule, effect: undefined })) };
  const wanted = [
    ...plan.outcomes.flatMap(({ name, quota }, rule) => [
      { rule, outcome: name },
      ...(quota?.tie.kind === "refer" ? [{ rule, outcome: quota.tie.outcome }] : []),
    ]),
    { rule: -1, outcome: undefined },
  ];
  const made = new Map<string, { readonly sample: Sample; readonly kind: KindOfUnit } | undefined>();
  let runs = 0;
  const runFor =
    ({ record, beside }: Situation) =>
    (sample: Sample): Assessment | undefined => {
      runs += 1;
      if (runs > mostRuns) return undefined;
      const whole = withRecord(sample, record, beside(sample.units), now);
      const assessed = assess(bare, evidenceOf(bare, whole), now);
      return assessed.ok && !assessed.findings.some(isError) ? assessed.value : undefined;
    };
  const contextsFor = (situation: Situation): readonly KindContext[] => {
    const run = runFor(situation);
    return kinds.map(({ kind, attainable, solver }) => ({
      kind,
      attainable,
      solver: () => ({ ...solver(), run }),
    }));
  };
  const searchFor = ({ known }: Situation, contexts: readonly KindContext[]): Search => {
    const own = settlePlan(plan, known);
    const conditions = own.outcomes.map(({ when }) => when);
    return createSearch(own, contexts, conditions, allKinds, cutRules(plan));
  };
  const compared = new Set<string>();
  return {
    decisions: (situation) => {
      const { verdicts } = situation;
      const run = runFor(situation);
      const search = once(() => searchFor(situation, contextsFor(situation)));
      return wanted.flatMap(({ rule, outcome }): Found[] => {
        const key = JSON.stringify([verdicts, rule, outcome]);
        const shown = (assessment: Assessment | undefined): Result | undefined => {
          const result = assessment && resultOfUnit(assessment);
          return result !== undefined && (result.rule ?? -1) === rule && result.outcome === outcome
            ? result
            : undefined;
        };
        const before = made.get(key);
        if (before === undefined && made.has(key)) return [];
        let found = before;
        if (found === undefined) {
          const reach = search().reach(rule, (assessment) => shown(assessment) !== undefined);
          found = reach.status === "reachable" ? reach : undefined;
          made.set(key, found);
        }
        const result = found && shown(run(found.sample));
        if (found === undefined || result === undefined) return [];
        return [{ rule: rule === -1 ? undefined : rule, result, sample: found.sample, kind: found.kind }];
      });
    },
    inversions: (situation, known) => {
      // Whatever else is on record makes no difference to what is compared.
      const hardness = hardnessOf(plan, situation.record.standing).map((hard, rule) =>
        known(rule) ? undefined : hard,
      );
      const key = JSON.stringify([situation.verdicts, hardness]);
      if (compared.has(key) || !hardness.some((hard) => hard !== undefined && hard > 0)) return [];
      compared.add(key);
      const contexts = contextsFor(situation);
      const run = runFor(situation);
      return findInversions(plan, contexts, searchFor(situation, contexts), hardness).map((inversion) => ({
        ...inversion,
        sample: besideEachOther(inversion, situation.record, run),
      }));
    },
  };
}

/** The first unit of the sample with that record. */
export const withRecord = (
  sample: Sample,
  record: SampleRecord,
  beside: readonly SampleUnit[],
  now: Day,
): Sample => ({
  units: [...sample.units.map((unit, index) => (index === 0 ? { ...unit, record } : unit)), ...beside],
  asOf: now,
});

function besideEachOther(
  { lower, higher }: Inversion,
  record: SampleRecord,
  run: (sample: Sample) => Assessment | undefined,
): Sample {
  const [first, ...withFirst] = higher.sample.units;
  const [second, ...withSecond] = lower.sample.units;
  if (first === undefined || second === undefined || withFirst.length + withSecond.length > 0)
    return higher.sample;
  const sample: Sample = {
    ...higher.sample,
    units: [first, { ...second, name: "总分较低的单位", record }],
  };
  const results = run(sample)?.results ?? [];
  const ruleOf = (unit: number): number | undefined =>
    results.find(({ score }) => score.unit.index === unit)?.rule;
  const shown = results.length === 2 && (ruleOf(0) ?? -1) === higher.rule && (ruleOf(1) ?? -1) === lower.rule;
  return shown ? sample : higher.sample;
}
