import { closest } from "../base/closest.ts";
import { problems } from "../findings/catalog.ts";
import { atCell, type Finding } from "../findings/finding.ts";
import { allowedWords } from "../rubric/allowed-words.ts";
import type { Plan } from "../rubric/plan.ts";
import { isDamagedCode, isScientificCode } from "./damaged-code.ts";
import type { Reader } from "./reader.ts";
import type { Roster, RosterEntry } from "./roster.ts";
import { splitTags } from "./tags.ts";
import { unknownUnit } from "./unknown-unit.ts";

/** Says which unit a row is about, and takes down what the row says of the unit itself. */
export interface Enlist {
  find(reader: Reader, fields: readonly string[], line: number): RosterEntry | undefined;
  describe(reader: Reader, unit: RosterEntry, fields: readonly string[], line: number): void;
}

/** What the rows below a table are called: without a register they would be ranked as units. */
const totals = /^(?:合\s*计|总\s*计|小\s*计|平均|平均分|total|totals|sum|average)$/i;

/** A near name is looked for this often: with a wrong register, every row would be held against every unit. */
const mostLooked = 100;

/** Stands for the register, whatever its file is called. */
const registerFile = "";

/** What was handed in but cannot be used, which has been told: nobody is to be told besides that it is missing. */
export interface Misread {
  readonly units: Set<RosterEntry>;
  /** Whether it may be of any unit. */
  ofAnybody: boolean;
}

export function createEnlist(plan: Plan, roster: Roster, findings: Finding[], misread: Misread): Enlist {
  let looked = 0;
  const damaged = new Set<string>();
  const textAt = (fields: readonly string[], field: number): string => (fields[field] ?? "").trim();

  const find = (reader: Reader, fields: readonly string[], line: number): RosterEntry | undefined => {
    const { unitField, codeField, nameField } = reader;
    const known = reader.form.kind === "register" ? undefined : roster.find(fields[unitField] ?? "");
    if (known !== undefined) return agreed(reader, known, fields, line);
    const written = textAt(fields, unitField);
    if (written === "") {
      findings.push(atCell(reader.name, line, unitField, problems.unitBlank()));
      return undefined;
    }
    const code = textAt(fields, codeField);
    const name = textAt(fields, nameField);
    if (reader.form.kind === "register") {
      if (isScientificCode(code)) {
        tellDamaged(reader, line, codeField, code);
        // The name is still good, so that more can be said of what was handed in.
        return name === "" ? undefined : register(reader, line, name, name);
      }
      return register(reader, line, code || name || written, name || written);
    }
    const trimmed = roster.find(written);
    if (trimmed !== undefined) return agreed(reader, trimmed, fields, line);
    const isKnown = roster.closed || reader.form.kind === "events";
    if (isKnown ? isDamagedCode(written) : isScientificCode(written)) {
      tellDamaged(reader, line, unitField, written);
      doubt(name);
      return undefined;
    }
    if (isKnown || roster.ambiguous(written)) {
      // Of a register whose codes are damaged it is not known which it has.
      if (damaged.has(registerFile)) doubt(name);
      else
        findings.push(
          atCell(reader.name, line, unitField, unknownUnit(roster, written, looked < mostLooked)),
        );
      looked += 1;
      return undefined;
    }
    if (totals.test(name || written)) {
      findings.push(atCell(reader.name, line, unitField, problems.rowOfTotals(name || written)));
      return undefined;
    }
    return roster.add(code || written, name || written);
  };

  /** A column of codes is damaged as a whole, and told of once. */
  const tellDamaged = (reader: Reader, line: number, field: number, code: string): void => {
    const file = reader.form.kind === "register" ? registerFile : reader.name;
    if (damaged.has(file)) return;
    damaged.add(file);
    findings.push(atCell(reader.name, line, field, problems.codeDamaged(code)));
  };

  const doubt = (name: string): void => {
    const unit = roster.find(name);
    if (unit === undefined) misread.ofAnybody = true;
    else misread.units.add(unit);
  };

  /** A code and a name that are of two units say that a column was sorted by itself: whose row it is nobody knows. */
  const agreed = (
    reader: Reader,
    unit: RosterEntry,
    fields: readonly string[],
    line: number,
  ): RosterEntry | undefined => {
    const isOther = (field: number): boolean => {
      if (field === -1 || field === reader.unitField) return false;
      const other = roster.other(unit, textAt(fields, field));
      if (other === undefined) return false;
      const written = textAt(fields, reader.unitField);
      const problem = problems.unitMismatch(written, unit.name, other.name, other.code);
      findings.push(atCell(reader.name, line, field, problem));
      misread.units.add(unit);
      return true;
    };
    return isOther(reader.codeField) || isOther(reader.nameField) ? undefined : unit;
  };

  const register = (reader: Reader, line: number, key: string, name: string): RosterEntry | undefined => {
    const clash = roster.find(key);
    if (clash !== undefined && clash.name !== name && isDamagedCode(key)) {
      tellDamaged(reader, line, reader.unitField, key);
      return register(reader, line, name, name);
    }
    if (clash !== undefined) {
      const problem =
        clash.name === name
          ? problems.unitDuplicate(clash.name, clash.line)
          : problems.codeDuplicate(key, clash.name, clash.line);
      findings.push(atCell(reader.name, line, reader.unitField, problem));
      return undefined;
    }
    const unit = roster.add(key, name);
    unit.line = line;
    return unit;
  };

  const describe = (reader: Reader, unit: RosterEntry, fields: readonly string[], line: number): void => {
    let told = -1; // a column has its role as a name and its heading as another
    for (const { field, name } of reader.form.attributes) {
      const text = textAt(fields, field);
      const before = unit.columns.get(name) ?? "";
      if (before === "") {
        unit.columns.set(name, text);
        if (text !== "") checkAttribute(reader, name, text, line, field);
      } else if (text !== "" && text !== before && field !== told) {
        told = field;
        const problem = problems.attributeDisagrees(unit.name, reader.headings[field] ?? "", text, before);
        findings.push(atCell(reader.name, line, field, problem));
      }
    }
  };

  /** Categories, tags and groups must be those of the rubric, where it lists them. */
  const checkAttribute = (reader: Reader, name: string, text: string, line: number, field: number): void => {
    const allowed = allowedWords(plan, name);
    if (allowed === undefined) return;
    for (const word of name === "tags" ? splitTags(text) : [text]) {
      if (allowed.includes(word)) continue;
      const problem = problems.valueNotInList(word, allowed, closest(word, allowed));
      findings.push(atCell(reader.name, line, field, problem));
    }
  };

  return { find, describe };
}
