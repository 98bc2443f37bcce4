import { same, type Text } from "../base/language.ts";
import { type standingHeadings, statusText } from "../evidence/register.ts";
import type { Plan } from "../rubric/plan.ts";
import { type ColumnRole, describingRoles, statuses } from "../rubric/schema.ts";
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
    columns: [...identity, ...standing(plan, headings), ...describing(plan, headings)],
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

/** What units hold and have become, as far as the rubric has rules about it. */
function standing(plan: Plan, headings: Headings): FormColumn[] {
  if (plan.titles.length === 0) return [];
  const wanted = [...wantedColumns(plan).keys()];
  const asked = new Set(allConditions(plan).map(({ kind }) => kind));
  const column = (role: keyof typeof standingHeadings, meaning: Text, allowed: Text): FormColumn => ({
    // The rubric may also ask for it by its heading.
    heading:
      wanted.find((name) => headings.roleOf(name, "register") === role) ?? headings.ofRole(role, "register"),
    meaning,
    allowed,
    most: nothing,
    by: byOffice,
  });
  const dates: Text = {
    zh: "日期，如 2021-03-15；几个称号各一个，用顿号分开",
    en: "a date such as 2021-03-15; one for each title, parted by semicolons",
  };
  const columns = [
    column(
      "title",
      {
        zh: "现有的称号，几个用顿号分开，没有的留空",
        en: "the titles it holds, parted by semicolons, or blank",
      },
      same(plan.titles.map(({ name }) => name).join(" / ")),
    ),
  ];
  if (plan.titles.some(({ term }) => term !== undefined))
    columns.push(
      column("since", { zh: "称号的授予日期", en: "the first day of each title" }, dates),
      column(
        "expires",
        {
          zh: "称号的最后一天；不填就按期限推算",
          en: "the last day of each title; worked out from its term where blank",
        },
        dates,
      ),
    );
  if (asked.has("status") || asked.has("predecessor"))
    columns.push(
      column(
        "status",
        { zh: "单位自身的变动，没有的留空", en: "what has become of the unit itself, or blank" },
        anyStatus,
      ),
      column("status-date", { zh: "变动的日期", en: "when that was" }, aDate),
      column(
        "into",
        { zh: "并入、拆成或更名后的单位", en: "the unit that has taken over" },
        { zh: "登记表里的名称或代码", en: "a name or code of the register" },
      ),
    );
  if (plan.years.reach > 0)
    columns.push(
      column(
        "former",
        { zh: "换过代码的单位以前的代码", en: "the code that the unit had before, where it changed" },
        { zh: "任意文字，可不填", en: "any text, or blank" },
      ),
    );
  return columns;
}

const aDate: Text = { zh: "日期，如 2021-03-15", en: "a date such as 2021-03-15" };
const anyStatus: Text = {
  zh: statuses.map((status) => statusText(status).zh).join(" / "),
  en: statuses.map((status) => statusText(status).en).join(" / "),
};

/** Columns that the rubric knows by a role or by their heading; one column serves both. */
function describing(plan: Plan, headings: Headings): FormColumn[] {
  const wanted = wantedColumns(plan);
  const isRole = (name: string): name is ColumnRole => describingRoles.some((role) => role === name);
  const own = new Set(standing(plan, headings).map(({ heading }) => headings.roleOf(heading, "register")));
  const covered = new Set(
    [...wanted.keys()].flatMap((name) => (isRole(name) ? [] : (headings.roleOf(name, "register") ?? []))),
  );
  return [...wanted].flatMap(([name, column]): FormColumn[] => {
    const role = headings.roleOf(name, "register");
    if (role !== undefined && own.has(role)) return [];
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
