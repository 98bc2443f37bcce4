import type { EventRecord } from "./events.ts";
import type { Value } from "./value.ts";

/** What was handed in for one run of the rubric. */
export interface PhaseValues {
  readonly values: (Value | undefined)[];
  readonly places: number[];
  /** The line of the unit's first row, by file; long forms have none, for a row is one value. */
  readonly lines: Map<number, number>;
}

/** A unit while files are read, with what was handed in for the run that counts. */
export interface RosterEntry extends PhaseValues {
  readonly index: number;
  readonly key: string;
  readonly name: string;
  /** The line of the register the unit stands on; 0 without a register. */
  line: number;
  readonly columns: Map<string, string>;
  readonly events: EventRecord[];
  /** The other runs of the rubric, by the place of the phase in its list. */
  readonly phases: Map<number, PhaseValues>;
}

/** The units met so far, by code and by name. `closed` once a register has said who they are. */
export interface Roster {
  readonly entries: RosterEntry[];
  closed: boolean;
  find(written: string): RosterEntry | undefined;
  add(key: string, name: string): RosterEntry;
  /** Whether several units have this name, so that only a code tells them apart. */
  ambiguous(written: string): boolean;
  names(): Iterable<string>;
  /** The unit that a text means, where it means another than this one; the text alone where it is the name of several. */
  other(unit: RosterEntry, written: string): OtherUnit | undefined;
}

/** A unit, or several of one name, that a row names beside the one it is about. */
export interface OtherUnit {
  readonly name: string;
  /** Undefined where several units have the name, or where units have no codes. */
  readonly code: string | undefined;
}

export function createRoster(): Roster {
  const entries: RosterEntry[] = [];
  const known = new Map<string, RosterEntry>();
  const shared = new Set<string>();
  let lastWritten = "";
  let lastFound: RosterEntry | undefined;
  const roster: Roster = {
    entries,
    closed: false,
    find: (written) => {
      // Rows of a unit usually stand together.
      if (written === lastWritten) return lastFound;
      lastWritten = written;
      lastFound = known.get(written);
      return lastFound;
    },
    add: (key, name) => {
      const entry: RosterEntry = {
        index: entries.length,
        key,
        name,
        line: 0,
        columns: new Map(),
        values: [],
        places: [],
        lines: new Map(),
        events: [],
        phases: new Map(),
      };
      entries.push(entry);
      known.set(key, entry);
      const namesake = known.get(name);
      if (namesake === undefined && !shared.has(name)) known.set(name, entry);
      else if (namesake !== undefined && namesake !== entry) {
        shared.add(name);
        if (namesake.key !== name) known.delete(name);
      }
      lastWritten = "";
      return entry;
    },
    ambiguous: (written) => shared.has(written) && !known.has(written),
    names: () => known.keys(),
    other: (unit, written) => {
      if (written === "" || written === unit.name || written === unit.key) return undefined;
      const other = known.get(written);
      if (other === undefined) return shared.has(written) ? { name: written, code: undefined } : undefined;
      if (other === unit) return undefined;
      return { name: other.name, code: other.key === other.name ? undefined : other.key };
    },
  };
  return roster;
}
