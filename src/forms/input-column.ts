import { same, type Text } from "../base/language.ts";
import { formatExact, formatPercent, type Rational } from "../base/rational.ts";
import type { InputType, Plan } from "../rubric/plan.ts";
import { describeUnits } from "./conditions.ts";
import { byOffice, type FormColumn, nothing } from "./form.ts";
import { nameOf } from "./headings.ts";
import { type InputUse, wayTo } from "./uses.ts";

/** The column of an input: what it is for, what may stand there, who says it. */
export const columnOf = (plan: Plan, use: InputUse, heading: string): FormColumn => ({
  heading,
  meaning: meaningOf(plan, use),
  allowed: allowedFor(use.input.type),
  most: mostOf(use.input.type),
  by: use.method === undefined ? byOffice : same(use.method),
});

/** The way through the paper to the item, the item itself, and which units it is for. */
export function meaningOf(plan: Plan, { input, leaf, method, decides, whom }: InputUse): Text {
  const way = leaf === undefined ? [] : wayTo(plan, leaf);
  const name = nameOf(input);
  const item = name.endsWith(`@${method}`) ? name.slice(0, -`@${method}`.length) : name;
  const path = way.map(({ no = "", name: title }) => (/^$|[）)]$/.test(no) ? no + title : `${no} ${title}`));
  if (item !== leaf?.name) path.push(item);
  const place = same(path.join(" › "));
  const said = decides ? { zh: `前置条件或一票否决：${place.zh}`, en: `gate or veto: ${place.en}` } : place;
  if (whom === undefined) return said;
  const units = describeUnits(whom);
  return {
    zh: `${said.zh}（只填${units.zh}的单位，其余留空）`,
    en: `${said.en} (only for units with ${units.en}; blank for others)`,
  };
}

/** What may be written for an input of this type. */
export function allowedFor(type: InputType): Text {
  switch (type.kind) {
    case "number":
      return orInvalid(atLeast({ zh: "数", en: "a number" }, type.least, formatExact), type.invalid);
    case "count":
      return atLeast({ zh: "整数", en: "a whole number" }, type.least, formatExact);
    case "percent":
      return atLeast({ zh: "百分数，如 85%", en: "a percentage such as 85%" }, type.least, formatPercent);
    case "yes-no":
      return { zh: "是 / 否", en: "是 / 否, or yes / no" };
    case "word":
      return orInvalid(same(type.words.join(" / ")), type.invalid);
    case "date":
      return {
        zh: "日期，如 2021-03-15；只到月份的写 2021-03",
        en: "a date such as 2021-03-15, or a month, 2021-03",
      };
    default:
      return type satisfies never;
  }
}

const atLeast = (what: Text, least: Rational | undefined, format: (value: Rational) => string): Text =>
  least === undefined
    ? what
    : { zh: `${what.zh}，不小于 ${format(least)}`, en: `${what.en}, ${format(least)} or more` };

const orInvalid = (allowed: Text, invalid: readonly string[] = []): Text => {
  const words = invalid.join(" / ");
  return words === ""
    ? allowed
    : { zh: `${allowed.zh}；废卷写 ${words}`, en: `${allowed.en}; ${words} for an invalid sheet` };
};

/** The greatest value, where the type has one. */
export function mostOf(type: InputType): Text {
  if (!("most" in type) || type.most === undefined) return nothing;
  return same(type.kind === "percent" ? formatPercent(type.most) : formatExact(type.most));
}
