import { same, type Text } from "../base/language.ts";
import type { Plan } from "../rubric/plan.ts";
import type { ColumnRole } from "../rubric/schema.ts";
import { byOffice, type EmptyForm, type FormColumn, nothing } from "./form.ts";
import type { Headings } from "./headings.ts";

/** The form of dated events; only headings, for nobody knows what will happen. */
export function eventsForm(plan: Plan, headings: Headings, file: string): EmptyForm {
  const { kinds, levels, circumstances } = plan.events;
  const words = (list: readonly string[]): Text => same(list.join(" / "));
  const column = (role: ColumnRole, meaning: Text, allowed: Text): FormColumn => ({
    heading: headings.ofRole(role, "events"),
    meaning,
    allowed,
    most: nothing,
    by: byOffice,
  });
  const free: Text = { zh: "任意文字，可不填", en: "any text, or blank" };
  return {
    file,
    about: {
      zh: "每件事项一行；用 --events 交给命令。没有事项的，只留列名",
      en: "one row an event; given to the commands with --events. Where there were none, only the headings",
    },
    columns: [
      column(
        "unit",
        { zh: "哪个单位", en: "which unit" },
        { zh: "登记表里的名称或代码", en: "a name or code of the register" },
      ),
      column(
        "date",
        { zh: "发生的日期，必填", en: "when it happened; needed" },
        { zh: "日期，如 2021-03-15", en: "a date such as 2021-03-15" },
      ),
      column("kind", { zh: "哪一类事项，必填", en: "what kind of event; needed" }, words(kinds)),
      ...(levels === undefined ? [] : [column("level", { zh: "级别", en: "level" }, words(levels))]),
      column("matter", { zh: "同一件事的几行写同一个事由", en: "rows about the same matter share it" }, free),
      ...(circumstances === undefined
        ? []
        : [
            column(
              "circumstance",
              { zh: "情节，几个用顿号分开", en: "circumstances, parted by semicolons" },
              words(circumstances),
            ),
          ]),
      column(
        "count",
        { zh: "当天几次，不填为 1", en: "how often on that day; 1 where blank" },
        { zh: "整数", en: "a whole number" },
      ),
      column("note", { zh: "备注", en: "remarks" }, free),
    ],
    rows: [],
  };
}
