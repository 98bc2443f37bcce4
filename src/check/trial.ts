import type { Result } from "../assess.ts";
import { once } from "../base/once.ts";
import type { Plan } from "../rubric/plan.ts";
import { allConditions } from "../rubric/walk.ts";
import type { Draft } from "./draft.ts";
import type { Sample, SampleUnit } from "./sample.ts";
import type { Solver } from "./solver.ts";

/** A unit with what became of it. */
interface Tried {
  readonly sample: Sample;
  readonly result: Result;
}

/** Units of all sorts, scored as they are, with nothing particular in mind. */
export interface Trial {
  /** One of them of which something holds, as the first unit of a sample. */
  find(holds: (result: Result) => boolean): Sample | undefined;
}

/** Where units hang on each other, each is scored among others: so many are made up for that in all. */
const mostAmongOthers = 4000;

/** Nothing is scored before something is asked. `others` is how many units the rubric compares a unit with. */
export function createTrial(plan: Plan, solver: () => Solver, others: number): Trial {
  const tried = once(() => {
    if (others > 0 || isRelative(plan)) return amongOthers(solver(), others);
    const samples = solver()
      .whole()
      .flatMap((draft) => alone(solver(), draft));
    // Those that are not mixed may have errors: nothing can be scored of a unit to which nothing applies.
    return [...samples.slice(0, 4).map((sample) => [sample]), samples.slice(4)].flatMap((some) =>
      together(solver(), some),
    );
  });
  return {
    find: (holds) => {
      for (const { sample, result } of tried()) {
        if (!holds(result)) continue;
        // By itself a unit may come to something else: what is shown is what is scored again.
        const again = solver()
          .run(sample)
          ?.results.find(({ score }) => score.unit.index === 0);
        if (again !== undefined && holds(again)) return sample;
      }
      return undefined;
    },
  };
}

/** Whether what a unit comes to hangs on the others. */
const isRelative = (plan: Plan): boolean =>
  plan.leaves.some(({ rule, notApplicable }) => rule.kind === "min-max" || notApplicable === "mean") ||
  plan.outcomes.some(({ quota }) => quota !== undefined) ||
  allConditions(plan).some(({ kind }) => kind === "relative");

/** All in one assessment; where the data of some have errors, one half and the other. */
function together(solver: Solver, samples: readonly Sample[]): readonly Tried[] {
  const [first] = samples;
  if (first === undefined) return [];
  const units = samples.flatMap(({ units: own }, index): SampleUnit[] =>
    own.map((unit) => ({ ...unit, name: `${unit.name}${index}` })),
  );
  const all = solver.run({ units, asOf: first.asOf });
  if (all !== undefined)
    return all.results.flatMap((result): Tried[] => {
      const sample = samples[result.score.unit.index];
      return sample === undefined ? [] : [{ sample, result }];
    });
  if (samples.length === 1) return [];
  const middle = samples.length >> 1;
  return [...together(solver, samples.slice(0, middle)), ...together(solver, samples.slice(middle))];
}

const alone = (solver: Solver, draft: Draft): readonly Sample[] => [...solver.samples(draft, 0)];

function amongOthers(solver: Solver, others: number): readonly Tried[] {
  const drafts = solver.whole();
  const count = Math.max(4, Math.floor(mostAmongOthers / (4 * (2 * others + 1))));
  return drafts
    .slice(0, count)
    .flatMap((draft) => [...solver.samples(draft, others)])
    .flatMap((sample) => resultOf(solver, sample));
}

function resultOf(solver: Solver, sample: Sample): readonly Tried[] {
  const result = solver.run(sample)?.results.find(({ score }) => score.unit.index === 0);
  return result === undefined ? [] : [{ sample, result }];
}
