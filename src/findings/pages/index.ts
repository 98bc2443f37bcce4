import { conditionPages } from "./condition-pages.ts";
import { inputPages } from "./input-pages.ts";
import { overlayPages } from "./overlay-pages.ts";
import type { Pages } from "./page.ts";
import { pointsPages } from "./points-pages.ts";
import { rulePages } from "./rule-pages.ts";
import { shapePages } from "./shape-pages.ts";
import { structurePages } from "./structure-pages.ts";
import { yamlPages } from "./yaml-pages.ts";

/** The pages by family; each code stands in one of them. */
export const families: readonly Partial<Pages>[] = [
  conditionPages,
  inputPages,
  overlayPages,
  pointsPages,
  rulePages,
  shapePages,
  structurePages,
  yamlPages,
];

/** What `explain <code>` shows for every code. Large: loaded only where a page is asked for. */
export const pages: Partial<Pages> = {
  ...conditionPages,
  ...inputPages,
  ...overlayPages,
  ...pointsPages,
  ...rulePages,
  ...shapePages,
  ...structurePages,
  ...yamlPages,
};
