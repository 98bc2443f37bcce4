import { casePages } from "./case-pages.ts";
import { checkPages } from "./check-pages.ts";
import { conditionPages } from "./condition-pages.ts";
import { datedPages } from "./dated-pages.ts";
import { eventPages } from "./event-pages.ts";
import { filePages } from "./file-pages.ts";
import { headingPages } from "./heading-pages.ts";
import { historyPages } from "./history-pages.ts";
import { inputPages } from "./input-pages.ts";
import { leftoverPages } from "./leftover-pages.ts";
import { overlayPages } from "./overlay-pages.ts";
import { overridePages } from "./override-pages.ts";
import type { Pages } from "./page.ts";
import { pointsPages } from "./points-pages.ts";
import { proofPages } from "./proof-pages.ts";
import { quotaPages } from "./quota-pages.ts";
import { registerPages } from "./register-pages.ts";
import { replayPages } from "./replay-pages.ts";
import { resultPages } from "./result-pages.ts";
import { rulePages } from "./rule-pages.ts";
import { runPages } from "./run-pages.ts";
import { shapePages } from "./shape-pages.ts";
import { structurePages } from "./structure-pages.ts";
import { titlePages } from "./title-pages.ts";
import { typingPages } from "./typing-pages.ts";
import { unitPages } from "./unit-pages.ts";
import { valuePages } from "./value-pages.ts";
import { yamlPages } from "./yaml-pages.ts";
import { yearsPages } from "./years-pages.ts";

/** The pages by family; each code stands in one of them. */
export const families: readonly Partial<Pages>[] = [
  casePages,
  checkPages,
  conditionPages,
  datedPages,
  eventPages,
  filePages,
  headingPages,
  historyPages,
  inputPages,
  leftoverPages,
  overlayPages,
  overridePages,
  pointsPages,
  proofPages,
  registerPages,
  replayPages,
  resultPages,
  rulePages,
  runPages,
  shapePages,
  structurePages,
  titlePages,
  unitPages,
  valuePages,
  typingPages,
  yamlPages,
  quotaPages,
  yearsPages,
];

/** What `explain <code>` shows for every code. Large: loaded only where a page is asked for. */
export const pages: Pages = {
  ...casePages,
  ...checkPages,
  ...conditionPages,
  ...datedPages,
  ...eventPages,
  ...filePages,
  ...headingPages,
  ...historyPages,
  ...inputPages,
  ...leftoverPages,
  ...overlayPages,
  ...overridePages,
  ...pointsPages,
  ...proofPages,
  ...registerPages,
  ...replayPages,
  ...resultPages,
  ...rulePages,
  ...runPages,
  ...shapePages,
  ...structurePages,
  ...titlePages,
  ...unitPages,
  ...valuePages,
  ...typingPages,
  ...yamlPages,
  ...quotaPages,
  ...yearsPages,
};
