import { dayOf } from "../base/date.ts";
import type { EvidenceFile } from "../evidence/evidence.ts";
import { type HistoryRow, readHistory } from "../evidence/read-history.ts";
import type { Source } from "../evidence/rows.ts";
import type { Finding } from "../findings/finding.ts";
import type { Plan } from "../rubric/plan.ts";

/** What was published of the years that are replayed. */
export interface Recorded {
  readonly rows: readonly HistoryRow[];
  readonly findings: readonly Finding[];
  readonly files: readonly EvidenceFile[];
}

/**
 * Reads published results, which are only held against what comes out now: their outcomes may be any, and
 * they need not tell of titles.
 */
export async function readRecorded(plan: Plan, sources: readonly Source[]): Promise<Recorded> {
  const lenient: Plan = { ...plan, titles: [], years: { ...plan.years, reach: 0 } };
  const { rows, findings, files } = await readHistory(lenient, sources, dayOf(9999, 12, 31), 0);
  return { rows, findings, files };
}
