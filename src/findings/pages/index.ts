import type { Pages } from "./page.ts";
import { pointsPages } from "./points-pages.ts";

/** The pages by family; each code stands in one of them. */
export const families: readonly Partial<Pages>[] = [pointsPages];

/** What `explain <code>` shows for every code. Large: loaded only where a page is asked for. */
export const pages: Partial<Pages> = { ...pointsPages };
