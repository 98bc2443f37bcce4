import { formatDay, yearOf } from "../base/date.ts";
import { joinTexts, same, type Text } from "../base/language.ts";
import { equals, formatDecimal, formatExact, formatPercent, round } from "../base/rational.ts";
import type { YearRecord } from "../evidence/history.ts";
import { statusText } from "../evidence/register.ts";
import type { HeldTitle } from "../evidence/standing.ts";
import type { Condition, CountPlan, EarlierTest, Plan } from "../rubric/plan.ts";
import type { StandingWord } from "../rubric/schema.ts";
import { type Facts, recordsMeeting, standsAs } from "./condition.ts";
import { operatorWords } from "./operator-words.ts";

type YearsCondition = Extract<
  Condition,
  { kind: "title" | "term-ends" | "predecessor" | "status" | "standing" | "earlier" }
>;

export const standingWords: Readonly<Record<StandingWord, Text>> = {
  banned: { zh: "在禁止申报期内", en: "banned from applying" },
  suspended: { zh: "在停牌期内", en: "suspended" },
  rectifying: { zh: "在整改期内", en: "within the time to put things right" },
  overdue: { zh: "整改期限已过", en: "past the day by which to put things right" },
};

/** A condition on titles, status or earlier years in words, with what is the case for the unit. */
export function describeYears(plan: Plan, condition: YearsCondition, facts: Facts): Text {
  const { standing, asOf } = facts;
  switch (condition.kind) {
    case "title": {
      const held = standing.titles.filter(({ title }) => condition.titles.includes(title));
      if (held.length > 0) return heldText(plan, held, "持有", "holds");
      const names = titleNames(plan, condition.titles);
      return { zh: `没有${names.join("、")}`, en: `does not hold ${names.join(", ")}` };
    }
    case "term-ends": {
      const held = standing.titles.filter(({ title }) => condition.titles.includes(title));
      const names = titleNames(plan, condition.titles);
      if (held.length === 0)
        return { zh: `没有${names.join("、")}`, en: `does not hold ${names.join(", ")}` };
      return joinTexts(
        held.map(({ title, expires }) => {
          const name = plan.titles[title]?.name ?? "";
          return expires === undefined
            ? { zh: `${name}没有期限`, en: `${name} has no end` }
            : {
                zh: `${name}到 ${formatDay(expires)} 期满`,
                en: `the term of ${name} ends on ${formatDay(expires)}`,
              };
        }),
        "、",
        ", ",
      );
    }
    case "predecessor": {
      const own = facts.inherited.filter((title) => condition.titles.includes(title));
      const names = [...new Set(titleNames(plan, own))];
      return names.length === 0
        ? { zh: "没有并入的称号单位", en: "no unit with a title was merged into it" }
        : {
            zh: `接续的单位持有${names.join("、")}`,
            en: `has taken over from a unit that held ${names.join(", ")}`,
          };
    }
    case "status": {
      const word = statusText(standing.status);
      const date = standing.statusDate === undefined ? "" : ` ${formatDay(standing.statusDate)}`;
      const into = standing.into;
      return {
        zh: `单位状态：${word.zh}${date}${into === "" ? "" : `（去向：${into}）`}`,
        en: `the unit is ${word.en}${date}${into === "" ? "" : ` (into ${into})`}`,
      };
    }
    case "standing": {
      const met = condition.standings.filter((word) => standsAs(word, facts));
      if (met.length === 0)
        return joinTexts(
          condition.standings.map((word) => ({
            zh: `不${standingWords[word].zh}`,
            en: `not ${standingWords[word].en}`,
          })),
          "、",
          ", ",
        );
      return joinTexts(
        met.map((word) => {
          const day =
            word === "banned"
              ? standing.bannedUntil
              : word === "suspended"
                ? standing.suspendedUntil
                : standing.rectifyBy;
          const shown = day === undefined ? "" : formatDay(day);
          return { zh: `${standingWords[word].zh}（${shown}）`, en: `${standingWords[word].en} (${shown})` };
        }),
        "、",
        ", ",
      );
    }
    case "earlier": {
      const met = recordsMeeting(condition, facts);
      const asked = earlierText(condition.test);
      const span =
        condition.last === 1
          ? {
              zh: `${asOf === undefined ? "上年" : `${yearOf(asOf) - facts.every} 年`}`,
              en: asOf === undefined ? "the year before" : String(yearOf(asOf) - facts.every),
            }
          : facts.every === 1
            ? { zh: `前 ${condition.last} 年`, en: `the last ${condition.last} years` }
            : { zh: `前 ${condition.last} 次`, en: `the last ${condition.last} assessments` };
      if (met.length === 0) return { zh: `${span.zh}没有${asked.zh}`, en: `not in ${span.en}: ${asked.en}` };
      const shown = joinTexts(
        met.map((record) => recordText(plan, condition.test, record)),
        "、",
        ", ",
      );
      if (met.length >= condition.times) return shown;
      return {
        zh: `${span.zh}里不到 ${condition.times} 次${asked.zh}（${shown.zh}）`,
        en: `fewer than ${condition.times} in ${span.en}: ${asked.en} (${shown.en})`,
      };
    }
    default:
      return condition satisfies never;
  }
}

const titleNames = (plan: Plan, titles: readonly number[]): string[] =>
  titles.map((title) => plan.titles[title]?.name ?? "");

function heldText(plan: Plan, held: readonly HeldTitle[], zh: string, en: string): Text {
  const names = titleNames(
    plan,
    held.map(({ title }) => title),
  );
  return { zh: `${zh}${names.join("、")}`, en: `${en} ${names.join(", ")}` };
}

/** `末 3 位`, `末 10%`. */
export function placesText(end: "worst" | "best", count: CountPlan): Text {
  const shown = count.kind === "number" ? String(count.count) : formatPercent(count.share);
  return {
    zh: `${end === "worst" ? "末" : "前"} ${shown}${count.kind === "number" ? " 位" : ""}`,
    en: `the ${end} ${shown}`,
  };
}

/** What earlier assessments are asked, without anybody's data. */
export function earlierText(test: EarlierTest): Text {
  switch (test.by) {
    case "outcome":
      return { zh: test.outcomes.join("或"), en: test.outcomes.join(" or ") };
    case "total": {
      const words = operatorWords[test.operator];
      const line = formatExact(test.value);
      return { zh: `总分${words.zh} ${line}`, en: `a total ${words.en} ${line}` };
    }
    case "rank": {
      const places = placesText(test.end, test.count);
      return { zh: `居组内${places.zh}`, en: `among ${places.en} of the group` };
    }
    default:
      return test satisfies never;
  }
}

/** What an earlier assessment was, of all that a condition asks of it. */
export function recordText({ rounding }: Plan, test: EarlierTest, record: YearRecord): Text {
  if (test.by === "outcome") return same(`${record.year} ${record.outcome}`);
  if (test.by === "total") {
    const figure = test.exact ? record.exact : record.total;
    const rounded = round(figure, rounding.places, rounding.mode);
    // An earlier rubric may have had more places: with fewer, a line that was met would seem to be missed.
    const total = equals(rounded, figure)
      ? formatDecimal(figure, rounding.places, rounding.mode)
      : formatExact(figure);
    return { zh: `${record.year} 年总分 ${total}`, en: `total ${total} in ${record.year}` };
  }
  return {
    zh: `${record.year} 年在 ${record.size} 个单位中列第 ${record.rank}`,
    en: `place ${record.rank} of ${record.size} in ${record.year}`,
  };
}
