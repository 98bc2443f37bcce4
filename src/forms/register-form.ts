import { same, type Text } from "../base/language.ts";
import type { Plan } from "../rubric/plan.ts";
import type { ColumnRole } from "../rubric/schema.ts";
import { allConditions } from "../rubric/walk.ts";
import { byOffice, type EmptyForm, type FormColumn, nothing } from "./form.ts";
import { type Headings, roleText } from "./headings.ts";
import { allowedFor, mostOf } from "./input-column.ts";

/** The register of units: who they are, and what the rubric wants to know of them before anything is handed in. */
export function registerForm(plan: Plan, headings: Headings, file: string): EmptyForm {
  const identity = (["code", "name"] as const).map(
    (role): FormColumn => ({
      heading: headings.ofRole(role, "register"),
      meaning: roleText(role),
      allowed: identityHelp[role],
      most: nothing,
      by: byOffice,
    }),
  );
  return {
    file,
    about: {
      zh: "每个单位一行；用 --units 交给命令",
      en: "one row a unit; given to the commands with --units",
    },
    columns: [...identity, ...describing(plan, headings)],
    rows: [],
  };
}

const identityHelp: Readonly<Record<"code" | "name", Text>> = {
  code: {
    zh: "各不相同的代码，在 Excel 里先把这一列设为文本；没有代码的，删去这一列",
    en: "a code of its own for each; in Excel, format the column as text first. Take the column out where there are no codes",
  },
  name: { zh: "单位的名称", en: "the name of the unit" },
};

const attributes: readonly ColumnRole[] = [
  "group",
  "category",
  "tags",
  "headcount",
  "region",
  "system",
  "level",
];

/** Columns that the rubric knows by a role or by their heading; one column serves both. */
function describing(plan: Plan, headings: Headings): FormColumn[] {
  const wanted = wantedColumns(plan);
  const isRole = (name: string): name is ColumnRole => attributes.some((role) => role === name);
  const covered = new Set(
    [...wanted.keys()].flatMap((name) => (isRole(name) ? [] : (headings.roleOf(name, "register") ?? []))),
  );
  return [...wanted].flatMap(([name, column]): FormColumn[] => {
    if (!isRole(name)) return [{ ...column, heading: name }];
    return covered.has(name) ? [] : [{ ...column, heading: headings.ofRole(name, "register") }];
  });
}

type Wanted = Omit<FormColumn, "heading">;

/** What the rubric groups by, asks in conditions, or reads as an input; by the name it has for it. */
function wantedColumns(plan: Plan): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  const want = (name: string, meaning: Text, allowed: Text, most: Text = nothing): void => {
    if (!wanted.has(name)) wanted.set(name, { meaning, allowed, most, by: byOffice });
  };
  const conditions = allConditions(plan);
  const { categories, tags } = plan.units;
  if (categories !== undefined || conditions.some(({ kind }) => kind === "category"))
    want("category", { zh: "单位的类别，必填", en: "the category of the unit; needed" }, oneOf(categories));
  if (tags !== undefined || conditions.some(({ kind }) => kind === "tag"))
    want(
      "tags",
      {
        zh: "单位的标签，几个用顿号分开，没有的留空",
        en: "the tags of the unit, parted by semicolons, or blank",
      },
      oneOf(tags),
    );
  for (const { source, name, type } of plan.inputs)
    if (source.from === "register") want(source.column, same(name), allowedFor(type), mostOf(type));
  const { groupBy, groups } = plan.ranking;
  for (const name of groupBy)
    want(
      name,
      { zh: "分组排名的组；不分组的留空", en: "the group it is ranked in, or blank" },
      oneOf(groupBy.length === 1 && groups.length > 0 ? groups : undefined),
    );
  for (const condition of conditions)
    if (condition.kind === "column")
      want(
        condition.column,
        {
          zh: `体系看它是不是：${condition.words.join("、")}`,
          en: `the rubric looks for: ${condition.words.join(", ")}`,
        },
        oneOf(undefined),
      );
  return wanted;
}

const oneOf = (words: readonly string[] | undefined): Text =>
  words === undefined ? { zh: "任意文字", en: "any text" } : same(words.join(" / "));
