/** The library: the whole calculation without the command line. Nothing here touches the world. */
export { type Assessment, assess, type Result } from "./assess.ts";
export type { Language, Text } from "./base/language.ts";
export type { Period } from "./base/period.ts";
export {
  add,
  compare,
  divide,
  formatDecimal,
  formatExact,
  formatFraction,
  multiply,
  parseDecimal,
  type Rational,
  type RoundingMode,
  round,
  subtract,
} from "./base/rational.ts";
export { type CollectInput, collect } from "./evidence/collect.ts";
export type { Evidence, Unit } from "./evidence/evidence.ts";
export type { Source } from "./evidence/rows.ts";
export { compareFindings, type Finding, type Outcome } from "./findings/finding.ts";
export { type ReportFormat, reporters } from "./report/formats/index.ts";
export { plainStyle, type RenderOptions, type Reporter, type RunFacts } from "./report/reporter.ts";
export { compileRubric } from "./rubric/compile.ts";
export { documentAt, versionsOf } from "./rubric/dated.ts";
export { parseRubricDocument, type RubricDocument } from "./rubric/document.ts";
export type { Plan } from "./rubric/plan.ts";
export { readRubric } from "./rubric/read.ts";
export type { Rubric } from "./rubric/schema.ts";
export { type TraceNode, trace } from "./scoring/trace.ts";
