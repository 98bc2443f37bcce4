import { groupBy } from "../base/order.ts";
import { problems } from "../findings/catalog.ts";
import { atCell, type Finding } from "../findings/finding.ts";
import type { ColumnRole } from "../rubric/schema.ts";
import type { Register } from "./register.ts";
import type { RosterEntry } from "./roster.ts";

/**
 * Units of the register that have one name and several codes: several units, or one whose code was changed, of
 * which what it held and what was decided about it would be lost. Told at each row after the first.
 */
export function namesakes(units: readonly RosterEntry[], register: Register, file: string): Finding[] {
  const cell = ({ index }: RosterEntry, role: ColumnRole): string =>
    (register.rows[index]?.[register.roles.get(role) ?? -1] ?? "").trim();
  /** Whether one row says what the other is: its old code, or what has taken over from it. */
  const isExplained = (one: RosterEntry, other: RosterEntry): boolean =>
    wordsOf(cell(one, "former")).includes(other.key) || wordsOf(cell(other, "into")).includes(one.key);
  const field = register.roles.get("name") ?? register.roles.get("unit") ?? 0;
  return [...groupBy(units, ({ name }) => name).values()].flatMap((own) => {
    const unexplained = own.filter(
      (unit) =>
        !own.some((other) => other !== unit && (isExplained(unit, other) || isExplained(other, unit))),
    );
    const problem = problems.unitNamesake(
      own[0]?.name ?? "",
      unexplained.map(({ key }) => key),
    );
    return unexplained.slice(1).map(({ line }) => atCell(file, line, field, problem));
  });
}

const wordsOf = (text: string): readonly string[] => text.split(/[;,、，；|\s]+/u);
