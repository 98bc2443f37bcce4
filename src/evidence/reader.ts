import type { Form } from "./headings.ts";
import type { RosterEntry } from "./roster.ts";

/** What one file needs at hand while its rows go by. */
export interface Reader {
  readonly index: number;
  readonly name: string;
  readonly form: Form;
  readonly headings: readonly string[];
  /** Where the unit, its code and its name stand, and in a long form the rest; -1 where they do not. */
  readonly unitField: number;
  readonly codeField: number;
  readonly nameField: number;
  readonly indicatorField: number;
  readonly valueField: number;
  readonly methodField: number;
  readonly assessorField: number;
  readonly siteField: number;
  readonly periodField: number;
  readonly phaseField: number;
  readonly sheetField: number;
  /** Whether a unit may have several rows: some column holds several values of a thing, or a run each. */
  readonly repeats: boolean;
  /** Units with a row in this file (not in a long form), and its line. */
  readonly seen: Map<RosterEntry, number>;
}

export function createReader(
  index: number,
  name: string,
  form: Form,
  headings: readonly string[],
  repeats: boolean,
): Reader {
  const field = (role: Parameters<typeof form.roles.get>[0]): number => form.roles.get(role) ?? -1;
  const unitField = [field("unit"), field("code"), field("name")].find((candidate) => candidate >= 0) ?? 0;
  return {
    index,
    name,
    form,
    headings,
    unitField,
    codeField: field("code"),
    nameField: field("name"),
    indicatorField: field("indicator"),
    valueField: field("value"),
    methodField: field("method"),
    assessorField: field("assessor"),
    siteField: field("site"),
    periodField: field("period"),
    phaseField: field("phase"),
    sheetField: field("sheet"),
    repeats,
    seen: new Map(),
  };
}
