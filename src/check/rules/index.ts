import type { CheckRule } from "../rule.ts";
import { bands } from "./bands.ts";
import { barrierUnused } from "./barrier-unused.ts";
import { conditionConstant } from "./condition-constant.ts";
import { conditionForm } from "./condition-form.ts";
import { conditionSuperfluous } from "./condition-superfluous.ts";
import { curvePoints } from "./curve-points.ts";
import { eachAbovePoints } from "./each-above-points.ts";
import { eventWordNear } from "./event-word-near.ts";
import { figureCases } from "./figure-cases.ts";
import { gatesAndVetoes } from "./gates-and-vetoes.ts";
import { groupOfOne } from "./group-of-one.ts";
import { headingClash } from "./heading-clash.ts";
import { inputLimits } from "./input-limits.ts";
import { kOfNTable } from "./k-of-n-table.ts";
import { keyWithoutEffect } from "./key-without-effect.ts";
import { limits } from "./limits.ts";
import { lines } from "./lines.ts";
import { missingGains } from "./missing-gains.ts";
import { nameShadowed } from "./name-shadowed.ts";
import { names } from "./names.ts";
import { notMonotone } from "./not-monotone.ts";
import { nothingApplies } from "./nothing-applies.ts";
import { onTimeDays } from "./on-time-days.ts";
import { outcomeInverted } from "./outcome-inverted.ts";
import { outcomes } from "./outcomes.ts";
import { points } from "./points.ts";
import { quotaZero } from "./quota-zero.ts";
import { scaleUnused } from "./scale-unused.ts";
import { scoreLineAlways } from "./score-line-always.ts";
import { stepUnused } from "./step-unused.ts";
import { tiesByRounding } from "./ties-by-rounding.ts";
import { titles } from "./titles.ts";
import { unitWords } from "./unit-words.ts";
import { unused } from "./unused.ts";
import { weightZero } from "./weight-zero.ts";
import { whatFollows } from "./what-follows.ts";

/** All rules, in the order in which they are read about. */
export const rules: readonly CheckRule[] = [
  scaleUnused,
  conditionConstant,
  conditionSuperfluous,
  conditionForm,
  figureCases,
  inputLimits,
  bands,
  curvePoints,
  kOfNTable,
  eachAbovePoints,
  onTimeDays,
  weightZero,
  unused,
  unitWords,
  barrierUnused,
  stepUnused,
  eventWordNear,
  keyWithoutEffect,
  headingClash,
  names,
  nameShadowed,
  nothingApplies,
  points,
  limits,
  notMonotone,
  missingGains,
  gatesAndVetoes,
  quotaZero,
  outcomes,
  titles,
  outcomeInverted,
  whatFollows,
  scoreLineAlways,
  lines,
  tiesByRounding,
  groupOfOne,
];

/** Those that say what units can come to: of sums that do not agree, nobody knows which is meant. */
export const restOnSums: readonly CheckRule[] = [
  points,
  limits,
  missingGains,
  gatesAndVetoes,
  outcomes,
  titles,
  outcomeInverted,
  scoreLineAlways,
  lines,
  tiesByRounding,
  groupOfOne,
];
