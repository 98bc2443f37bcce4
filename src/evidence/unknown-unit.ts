import { closest } from "../base/closest.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import { isDamagedCode } from "./damaged-code.ts";
import type { Roster } from "./roster.ts";

/** Why a text means none of the units that are known. A near one is looked for on request: it takes time. */
export function unknownUnit(roster: Roster, written: string, isLookedFor = true): Problem {
  if (roster.ambiguous(written)) return problems.unitAmbiguous(written);
  if (isDamagedCode(written)) return problems.codeDamaged(written);
  const near = isLookedFor ? closest(written, roster.names()) : undefined;
  return roster.closed ? problems.unitUnknown(written, near) : problems.unitUnknownInEvents(written, near);
}
