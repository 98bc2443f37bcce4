import { flatMap } from "../base/flat-map.ts";
import { groupBy } from "../base/order.ts";
import type { Unit } from "../evidence/evidence.ts";
import { splitTags } from "../evidence/tags.ts";
import { allowedWords } from "../rubric/allowed-words.ts";
import type { Plan } from "../rubric/plan.ts";
import { allConditions } from "../rubric/walk.ts";
import { type Profile, profilesOf, unitIs } from "../scoring/profile.ts";
import { type KindCondition, speaksOfKind } from "./for-kind.ts";

/** Units that the rubric treats alike: one of them stands for all. */
export interface KindOfUnit {
  readonly unit: Unit;
  /** What stands in its columns. */
  readonly columns: ReadonlyMap<string, string>;
  /** What of that makes it this kind, in words; empty where the rubric makes no difference. */
  readonly name: string;
  readonly profile: Profile;
}

/** More kinds than this are not looked at: a rubric has a few, ten tags without order would make a thousand. */
const mostKinds = 512;
const mostTags = 6;

/** Every kind of unit that some condition of the rubric tells apart. */
export function kindsOfUnit(plan: Plan): { list: readonly KindOfUnit[]; complete: boolean } {
  const atoms = allConditions(plan).filter(speaksOfKind);
  const tags = new Set(flatMap(atoms, (atom) => (atom.kind === "tag" ? atom.words : [])));
  const choices = choicesOf(plan, atoms, [...tags]);
  const all = choices.reduce((count, { words }) => count * words.length, 1);
  const always = columnsOfAll(plan);
  const profileOf = profilesOf(plan);
  const list: KindOfUnit[] = [];
  const seen = new Set<string>();
  for (let index = 0; index < Math.min(all, mostKinds); index += 1) {
    const own = new Map(always);
    let rest = index;
    for (const { column, words } of choices) {
      own.set(column, words[rest % words.length] ?? "");
      rest = Math.floor(rest / words.length);
    }
    const unit = unitWith(own);
    // Kinds for which every condition comes out alike are one.
    const verdicts = verdictsOf(atoms, unit);
    if (seen.has(verdicts)) continue;
    seen.add(verdicts);
    const name = choices
      .map(({ column }) => own.get(column) ?? "")
      .filter((word) => word !== "")
      .join("，");
    list.push({ unit, columns: own, name, profile: profileOf(unit) });
  }
  return { list, complete: all <= mostKinds && tags.size <= mostTags };
}

const unitWith = (columns: ReadonlyMap<string, string>): Unit => ({
  index: 0,
  key: "甲",
  name: "甲",
  columns,
});

/** What every unit must say of itself where the rubric lists the words, though nothing depends on it. */
function columnsOfAll(plan: Plan): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  for (const column of ["category", ...plan.ranking.groupBy]) {
    const [word] = allowedWords(plan, column) ?? [];
    if (word !== undefined && column !== "tags") columns.set(column, word);
  }
  return columns;
}

const columnOf = (atom: KindCondition): string =>
  atom.kind === "column" ? atom.column : atom.kind === "tag" ? "tags" : "category";

const verdictsOf = (atoms: readonly KindCondition[], unit: Unit): string =>
  atoms.map((atom) => (unitIs(atom, unit) ? "1" : "0")).join("");

/** The words that a column may have, of which no two answer all conditions on it alike. */
interface Choice {
  readonly column: string;
  readonly words: readonly string[];
}

/** One choice a column, whichever conditions look at it: a unit has one word there. */
function choicesOf(plan: Plan, atoms: readonly KindCondition[], tags: readonly string[]): readonly Choice[] {
  const byColumn = groupBy(atoms, columnOf);
  const columns = [...new Set(["category", "tags", ...byColumn.keys()])];
  return flatMap(columns, (column) => {
    const asking = byColumn.get(column);
    if (asking === undefined) return [];
    const seen = new Set<string>();
    const words = wordsFor(plan, column, asking, tags).filter((word) => {
      const verdicts = verdictsOf(asking, unitWith(new Map([[column, word]])));
      return seen.has(verdicts) ? false : seen.add(verdicts);
    });
    return { column, words };
  });
}

function wordsFor(
  plan: Plan,
  column: string,
  asking: readonly KindCondition[],
  tags: readonly string[],
): readonly string[] {
  const asked = [...new Set(flatMap(asking, ({ words }) => words))];
  if (column === "tags") {
    const whole = flatMap(asking, (atom) => (atom.kind === "column" ? atom.words : []));
    const allowed = (cell: string): boolean =>
      plan.units.tags === undefined || splitTags(cell).every((tag) => plan.units.tags?.includes(tag));
    return [...setsOf(tags), ...whole.filter(allowed)];
  }
  const listed = allowedWords(plan, column) ?? [];
  if (listed.length > 0) return listed;
  return [...asked, column === "category" || asked.includes("其他") ? "" : "其他"];
}

/** Every set of the words, the empty one first, as a cell has them; of too many words, none, each one, and all. */
function setsOf(words: readonly string[]): string[] {
  if (words.length > mostTags) return ["", ...words, words.join("、")];
  const sets: string[] = [];
  for (let bits = 0; bits < 2 ** words.length; bits += 1)
    sets.push(words.filter((_, index) => (bits >> index) % 2 === 1).join("、"));
  return sets;
}
