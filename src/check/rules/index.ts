import type { CheckRule } from "../rule.ts";
import { scaleUnused } from "./scale-unused.ts";

/** All rules, in the order in which they are read about. */
export const rules: readonly CheckRule[] = [scaleUnused];
