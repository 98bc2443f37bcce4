import type { Unit } from "../evidence/evidence.ts";
import type { Condition, Plan } from "../rubric/plan.ts";
import { allConditions } from "../rubric/walk.ts";
import { type Profile, profilesOf, unitIs } from "../scoring/profile.ts";

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
  const conditions = allConditions(plan);
  const { categories, tags, columns } = wordsUsed(conditions);
  const choices: (readonly [column: string, words: readonly string[]])[] = [];
  if (categories.size > 0) choices.push(["category", plan.units.categories ?? [...categories, ""]]);
  if (tags.size > 0) choices.push(["tags", setsOf([...tags])]);
  for (const [column, words] of columns) choices.push([column, [...words, otherThan(words)]]);
  const all = choices.reduce((count, [, words]) => count * words.length, 1);
  const always = columnsOfAll(plan);
  const profileOf = profilesOf(plan);
  const list: KindOfUnit[] = [];
  const atoms = conditions.filter(({ kind }) => kind === "category" || kind === "tag" || kind === "column");
  const seen = new Set<string>();
  for (let index = 0; index < Math.min(all, mostKinds); index += 1) {
    const own = new Map(always);
    let rest = index;
    for (const [column, words] of choices) {
      own.set(column, words[rest % words.length] ?? "");
      rest = Math.floor(rest / words.length);
    }
    const unit: Unit = { index: 0, key: "甲", name: "甲", columns: own };
    // Kinds for which every condition comes out alike are one.
    const verdicts = atoms.map((atom) => (unitIs(atom, unit) ? "1" : "0")).join("");
    if (seen.has(verdicts)) continue;
    seen.add(verdicts);
    const name = choices
      .map(([column]) => own.get(column) ?? "")
      .filter((word) => word !== "")
      .join("，");
    list.push({ unit, columns: own, name, profile: profileOf(unit) });
  }
  return { list, complete: all <= mostKinds && tags.size <= mostTags };
}

/** What every unit must say of itself where the rubric lists the words, though nothing depends on it. */
function columnsOfAll({ units, ranking }: Plan): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  const [groupBy] = ranking.groupBy;
  const [group] = ranking.groups;
  const [category] = units.categories ?? [];
  if (groupBy !== undefined && group !== undefined) columns.set(groupBy, group);
  if (category !== undefined) columns.set("category", category);
  return columns;
}

interface Words {
  readonly categories: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  readonly columns: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The words by which any condition of the rubric tells units apart. */
function wordsUsed(conditions: readonly Condition[]): Words {
  const categories = new Set<string>();
  const tags = new Set<string>();
  const columns = new Map<string, Set<string>>();
  for (const condition of conditions) {
    if (condition.kind === "category") for (const word of condition.words) categories.add(word);
    if (condition.kind === "tag") for (const word of condition.words) tags.add(word);
    if (condition.kind === "column") {
      const words = columns.get(condition.column) ?? new Set();
      columns.set(condition.column, words);
      for (const word of condition.words) words.add(word);
    }
  }
  return { categories, tags, columns };
}

/** Every set of the words, the empty one first, as a cell has them; of too many words, none, each one, and all. */
function setsOf(words: readonly string[]): string[] {
  if (words.length > mostTags) return ["", ...words, words.join("、")];
  const sets: string[] = [];
  for (let bits = 0; bits < 2 ** words.length; bits += 1)
    sets.push(words.filter((_, index) => (bits >> index) % 2 === 1).join("、"));
  return sets;
}

const otherThan = (words: ReadonlySet<string>): string => (words.has("其他") ? "" : "其他");
