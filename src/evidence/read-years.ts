import { type Day, yearOf } from "../base/date.ts";
import { problems } from "../findings/catalog.ts";
import { atCell, type Finding, inFile, isError } from "../findings/finding.ts";
import type { Plan } from "../rubric/plan.ts";
import type { Evidence, EvidenceFile } from "./evidence.ts";
import type { YearRecord } from "./history.ts";
import { countWorse, incompleteGroups, matchHistory, missingYears } from "./match-history.ts";
import { splitNames } from "./named-list.ts";
import { type History, type HistoryMemory, type HistoryRow, readHistory } from "./read-history.ts";
import { heldAfter, reconcile, titlesAfter } from "./reconcile.ts";
import type { Register } from "./register.ts";
import type { Roster, RosterEntry } from "./roster.ts";
import type { Source } from "./rows.ts";
import { type HeldTitle, plainStanding, type Standing } from "./standing.ts";
import { type StandingRow, standingReader } from "./standing-cells.ts";
import { findPredecessors, type ReadRow } from "./succession.ts";

export interface YearsInput {
  readonly plan: Plan;
  readonly asOf: Day | undefined;
  readonly roster: Roster;
  readonly register: Register | undefined;
  /** Undefined where no history was given; an empty one says that there was no earlier year. */
  readonly sources: readonly Source[] | undefined;
  /** Of those, what has been read before. */
  readonly memory?: HistoryMemory | undefined;
  /** The files read so far, to which those of the history are added. */
  readonly files: EvidenceFile[];
  readonly findings: Finding[];
}

/** What the register says of titles and status, and what was found in earlier years; of every unit. */
export async function readYears(
  input: YearsInput,
): Promise<Pick<Evidence, "standings" | "predecessors" | "history">> {
  const { plan, asOf, roster, register, sources, memory, files, findings } = input;
  const history = await readHistory(plan, sources ?? [], asOf, files.length, memory);
  files.push(...history.files);
  findings.push(...history.findings);
  const rows = standingRows(input);
  const predecessors =
    plan.titles.length > 0 ? findPredecessors(rows, roster) : roster.entries.map((): number[] => []);
  const matched = matchHistory(history.rows, roster, formerCodes(rows, roster), findings);
  // A group of which a row could not be read has been told of.
  if (!history.findings.some(isError)) findings.push(...incompleteGroups(matched.rows));
  const worse = countWorse(matched.rows);
  if (asOf !== undefined) findings.push(...gaps(plan, history, asOf));
  const after = matched.units.map(([latest]) => latest && titlesOf(plan, latest, findings));
  const titled = register?.roles.has("title") === true;
  if (plan.titles.length > 0) {
    if (!titled && sources === undefined) findings.push(titlesUnknown(register, files));
    if (titled && asOf !== undefined && history.complete)
      reconcile({ plan, asOf, rows, history: matched.units, after, predecessors, years: history.years });
  }
  const standings = rows.map(
    ({ read: { standing } }, unit): Standing =>
      titled ? standing : { ...standing, titles: heldIn(input, matched.units[unit]?.[0], after[unit]) },
  );
  const records = matched.units.map((own) => own.map((row) => recordOf(row, worse.get(row) ?? 0)));
  return { standings, predecessors, history: records };
}

/** What a unit holds where no register says so: what the latest year of which there is a row has left. */
const heldIn = (
  { plan, asOf, findings }: YearsInput,
  latest: HistoryRow | undefined,
  titles: readonly HeldTitle[] = [],
): readonly HeldTitle[] =>
  latest === undefined || asOf === undefined ? [] : heldAfter(plan, latest, titles, asOf, findings);

/** A row without where it stands. Named one by one: of many years there are many. */
const recordOf = (row: HistoryRow, worse: number): YearRecord => ({
  year: row.year,
  rubric: row.rubric,
  unit: row.unit,
  name: row.name,
  group: row.group,
  exact: row.exact,
  total: row.total,
  rank: row.rank,
  size: row.size,
  worse,
  outcome: row.outcome,
  computed: row.computed,
  before: row.before,
  after: row.after,
  place: row.place,
});

const titlesOf = (plan: Plan, row: HistoryRow, findings: Finding[]): readonly HeldTitle[] =>
  plan.titles.length === 0 ? [] : titlesAfter(plan, row, findings);

function gaps(plan: Plan, { years, files }: History, asOf: Day): Finding[] {
  const { every } = plan.years;
  const missing = missingYears(years, yearOf(asOf), every);
  const [only] = files;
  if (missing.length === 0 || only === undefined) return [];
  const problem = problems.historyGap(missing, yearOf(asOf), every);
  return [files.length === 1 ? inFile(only.name, problem) : problem];
}

function titlesUnknown(register: Register | undefined, files: readonly EvidenceFile[]): Finding {
  const file = register && files[register.file];
  const problem = problems.titlesUnknown(file !== undefined);
  return file === undefined ? problem : atCell(file.name, 1, 0, problem);
}

/** The rows of the register, read; units that are in no register have nothing said of them. */
function standingRows({ plan, asOf, roster, register, files, findings }: YearsInput): readonly ReadRow[] {
  const read = standingReader(plan, asOf);
  let undated = false;
  return roster.entries.map((unit): ReadRow => {
    const cells = register?.rows[unit.index] ?? [];
    const row: StandingRow = {
      unit: unit.name,
      cell: (role) => (cells[register?.roles.get(role) ?? -1] ?? "").trim(),
      report: (role, problem) => {
        const field = register?.roles.get(role) ?? register?.roles.get("title") ?? 0;
        findings.push(atCell(files[register?.file ?? 0]?.name ?? "", unit.line, field, problem));
      },
    };
    if (register === undefined || plan.titles.length === 0) return { row, read: nothingSaid };
    const dated = (["expires", "status-date"] as const).find((role) => row.cell(role) !== "");
    if (asOf === undefined && dated !== undefined && !undated) {
      undated = true;
      row.report(dated, problems.asOfForRegister());
    }
    return { row, read: read(row) };
  });
}

const nothingSaid: ReadRow["read"] = {
  standing: plainStanding,
  named: [],
  doubtful: false,
  written: "active",
  into: "",
  former: "",
};

/** Units by the codes that they had; a code that two of them claim is told of. */
function formerCodes(rows: readonly ReadRow[], roster: Roster): ReadonlyMap<string, RosterEntry> {
  const codes = new Map<string, RosterEntry>();
  for (const [index, { row, read }] of rows.entries()) {
    const unit = roster.entries[index];
    if (unit === undefined || read.former === "") continue;
    for (const code of new Set([read.former, ...splitNames(read.former, []), ...read.former.split(/\s+/u)])) {
      const other = codes.get(code);
      if (other !== undefined && other !== unit)
        row.report("former", problems.formerTwice(code, other.name, other.line));
      else codes.set(code, unit);
    }
  }
  return codes;
}
