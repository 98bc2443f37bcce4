import type { Unit } from "../evidence/evidence.ts";
import { figuresIn } from "../rubric/figures.ts";
import type { Condition, Plan } from "../rubric/plan.ts";
import { createProfiles, type Profile, unitIs } from "../scoring/profile.ts";

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

/** Every kind of unit that some condition of the rubric tells apart. */
export function kindsOfUnit(plan: Plan): { list: readonly KindOfUnit[]; complete: boolean } {
  const { categories, tags, columns } = wordsUsed(plan);
  const choices: (readonly [column: string, words: readonly string[]])[] = [];
  if (categories.size > 0) choices.push(["category", plan.units.categories ?? [...categories, ""]]);
  if (tags.size > 0) choices.push(["tags", subsets([...tags])]);
  for (const [column, words] of columns) choices.push([column, [...words, otherThan(words)]]);
  const all = choices.reduce((count, [, words]) => count * words.length, 1);
  const always = columnsOfAll(plan);
  const profileOf = createProfiles(plan);
  const list: KindOfUnit[] = [];
  const atoms = conditionsOf(plan).flatMap(atomsIn);
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
  return { list, complete: all <= mostKinds };
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
function wordsUsed(plan: Plan): Words {
  const categories = new Set<string>();
  const tags = new Set<string>();
  const columns = new Map<string, Set<string>>();
  const visit = (condition: Condition | undefined): void => {
    if (condition === undefined) return;
    if (condition.kind === "all" || condition.kind === "any") condition.conditions.forEach(visit);
    else if (condition.kind === "not") visit(condition.condition);
    else if (condition.kind === "category") for (const word of condition.words) categories.add(word);
    else if (condition.kind === "tag") for (const word of condition.words) tags.add(word);
    else if (condition.kind === "column") {
      const words = columns.get(condition.column) ?? new Set();
      columns.set(condition.column, words);
      for (const word of condition.words) words.add(word);
    }
  };
  for (const condition of conditionsOf(plan)) visit(condition);
  return { categories, tags, columns };
}

/** The plain conditions inside one that are about the kind of unit. */
function atomsIn(condition: Condition): readonly Condition[] {
  if (condition.kind === "all" || condition.kind === "any") return condition.conditions.flatMap(atomsIn);
  if (condition.kind === "not") return atomsIn(condition.condition);
  return condition.kind === "category" || condition.kind === "tag" || condition.kind === "column"
    ? [condition]
    : [];
}

/** Every condition written anywhere in the rubric. */
export function conditionsOf(plan: Plan): Condition[] {
  const found: (Condition | undefined)[] = [];
  for (const node of plan.nodes) {
    found.push(node.appliesTo, ...(node.points ?? []).map(({ when }) => when));
    if (node.kind === "group") found.push(...(node.cap ?? []).map(({ when }) => when));
    else {
      const { rule } = node;
      for (const figure of figuresIn(rule)) found.push(...(figure ?? []).map(({ when }) => when));
      if (rule.kind === "threshold") found.push(rule.when);
      if ("clauses" in rule) found.push(...rule.clauses.map(({ when }) => when));
    }
  }
  found.push(...plan.gates.map(({ requires }) => requires), ...plan.vetoes.map(({ when }) => when));
  found.push(...plan.outcomes.map(({ when }) => when));
  return found.filter((condition) => condition !== undefined);
}

/** Every set of the words, the empty one first, as a cell has them; of many words, none, each one, and all. */
function subsets(words: readonly string[]): string[] {
  if (words.length > 6) return ["", ...words, words.join("、")];
  const sets: string[] = [];
  for (let bits = 0; bits < 2 ** words.length; bits += 1)
    sets.push(words.filter((_, index) => (bits >> index) % 2 === 1).join("、"));
  return sets;
}

const otherThan = (words: ReadonlySet<string>): string => (words.has("其他") ? "" : "其他");
