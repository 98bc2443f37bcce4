import { say, type Text } from "../base/language.ts";
import type { Dimension } from "../rubric/plan.ts";
import { mayBe } from "./conditions.ts";
import { byOffice, type EmptyForm, type FormColumn, nothing } from "./form.ts";
import { roleText } from "./headings.ts";
import { columnOf } from "./input-column.ts";
import type { FormContext } from "./unit-columns.ts";
import type { InputUse } from "./uses.ts";

const dimensionHelp: Readonly<Record<Dimension, Text>> = {
  assessor: { zh: "谁打的分", en: "who gave the value" },
  site: { zh: "哪个点位", en: "at which site" },
  period: { zh: "哪一期", en: "in which period" },
};

/** One row a value: unit, indicator, and by whom, where or when. */
export function longForm(
  { plan, headings, phased, language }: FormContext,
  uses: readonly InputUse[],
): EmptyForm {
  const [first] = uses;
  const dimensions = first?.dimensions ?? [];
  const names = dimensions.map((dimension) => say(roleText(dimension), language));
  const by = language === "en" ? `by-${names.join("-and-")}` : `按${names.join("和")}`;
  const column = (
    role: "indicator" | "value" | Dimension,
    rest: Omit<FormColumn, "heading">,
  ): FormColumn => ({
    heading: headings.ofRole(role, "submissions"),
    ...rest,
  });
  const help = { allowed: { zh: "任意文字，前后一致", en: "any text, always the same" }, most: nothing };
  const filler = first?.method === undefined ? byOffice : { zh: first.method, en: first.method };
  const indicators = uses.map((use) => columnOf(plan, use, headings.inLongRow(use.input)));
  return {
    file: first?.method === undefined ? by : `${first.method}-${by}`,
    about: {
      zh: "每个值一行。行不够的，整行复制再改；用不到的整行删去，不要留空",
      en: "one row a value. Copy whole rows where more are needed; delete those that are not, rather than leave them blank",
    },
    columns: [
      ...phased.columns,
      column("indicator", {
        meaning: { zh: "哪一项；已填好的不要改", en: "which item; leave what stands there" },
        allowed: listOf(indicators.map(({ heading }) => heading)),
        most: nothing,
        by: byOffice,
      }),
      ...dimensions.map((dimension) => {
        const words = new Set(uses.flatMap((use) => namesOf(use, dimension)).filter((word) => word !== ""));
        const allowed = words.size === 0 ? help.allowed : listOf([...words]);
        return column(dimension, { ...help, meaning: dimensionHelp[dimension], allowed, by: filler });
      }),
      column("value", {
        meaning: { zh: "这一项的值，各项见下", en: "the value of the item; see each below" },
        allowed: { zh: "见下面各项", en: "see below" },
        most: nothing,
        by: filler,
      }),
    ],
    items: indicators,
    // A blank row for a unit that an indicator is not for would be taken for something handed in.
    rows: phased.rows.flatMap(({ unit, cells }) =>
      uses.flatMap((use, index) =>
        use.whom !== undefined && !mayBe(use.whom, unit)
          ? []
          : combinations(use).map((keys) => [...cells, indicators[index]?.heading ?? "", ...keys, ""]),
      ),
    ),
  };
}

const listOf = (words: readonly string[]): Text => ({ zh: words.join(" / "), en: words.join(" / ") });

const namesOf = ({ known }: InputUse, dimension: Dimension): readonly string[] =>
  known.find(({ over }) => over === dimension)?.names ?? [""];

/** A row for each value that is known to come: every named or counted period with every assessor, and so on. */
const combinations = (use: InputUse): string[][] =>
  use.dimensions.reduce<string[][]>(
    (rows, dimension) => rows.flatMap((row) => namesOf(use, dimension).map((name) => [...row, name])),
    [[]],
  );
