import type { Assessment, Result } from "../assess.ts";
import { formatDay, yearOf } from "../base/date.ts";
import { type Language, say, type Text } from "../base/language.ts";
import { formatDecimal, formatExact, formatPercent } from "../base/rational.ts";
import type { HeldTitle } from "../evidence/standing.ts";
import { resultOver, termsOf } from "../outcome/years.ts";
import { lastingTitles } from "./held-titles.ts";
import { markTexts } from "./marks.ts";

/** What a decision rests on besides its reasons, and what follows: results over years, marks, titles, rules that came near. */
export const decisionLines = (assessment: Assessment, result: Result, language: Language): string[] => [
  ...markTexts(assessment, result).map((text) => `  ${say(text, language)}`),
  ...yearsLines(assessment, result, language),
  ...titleLines(assessment, result, language),
  ...nearLines(result, language),
];

/** Results over years, with every year that went into them. */
function yearsLines({ plan, evidence, asOf }: Assessment, { score }: Result, language: Language): string[] {
  return plan.years.results.flatMap((result) => {
    const terms = termsOf(plan, result, score.total, evidence.history[score.unit.index] ?? [], asOf);
    const exact = resultOver(terms, result);
    if (exact === undefined) return [];
    const shown = formatDecimal(exact, plan.rounding.places, plan.rounding.mode);
    const sum = terms
      .map(({ year, weight, total }) => {
        const points = total === undefined ? "—" : formatExact(total);
        return say(
          {
            zh: `${shareText(weight)} × ${points}（${year}）`,
            en: `${shareText(weight)} × ${points} (${year})`,
          },
          language,
        );
      })
      .join(" + ");
    return [`${result.name}${language === "en" ? ": " : "："}${shown} = ${sum}`];
  });
}

/** A share as a percentage where decimals can say it, otherwise as a fraction: `15%`, `1/3`. */
const shareText = (weight: Parameters<typeof formatExact>[0]): string =>
  formatExact(weight).includes("/") ? formatExact(weight) : formatPercent(weight);

/** The titles before and after, with the days of their terms, and the days that the decision leaves. */
function titleLines({ plan, asOf }: Assessment, { before, after }: Result, language: Language): string[] {
  if (plan.titles.length === 0) return [];
  const held = (titles: readonly HeldTitle[]): Text => {
    const texts = titles.map(({ title, expires }): Text => {
      const name = plan.titles[title]?.name ?? "";
      if (expires === undefined) return { zh: name, en: name };
      return { zh: `${name}（至 ${formatDay(expires)}）`, en: `${name} (until ${formatDay(expires)})` };
    });
    return {
      zh: texts.map(({ zh }) => zh).join("、") || "无",
      en: texts.map(({ en }) => en).join(", ") || "none",
    };
  };
  const year = asOf === undefined ? undefined : yearOf(asOf);
  const [was, is] = [held(before.titles), held(lastingTitles(after.titles, year))];
  const days = [
    [after.suspendedUntil, { zh: "停牌至", en: "suspended until" }],
    [after.bannedUntil, { zh: "禁止申报至", en: "banned from applying until" }],
    [after.rectifyBy, { zh: "整改期限", en: "to put things right by" }],
  ] as const;
  return [
    say({ zh: `称号：${was.zh} → ${is.zh}`, en: `titles: ${was.en} → ${is.en}` }, language),
    ...days.flatMap(([day, words]) =>
      day === undefined ? [] : [`${say(words, language)} ${formatDay(day)}`],
    ),
  ];
}

function nearLines({ near }: Result, language: Language): string[] {
  const rules = near?.() ?? [];
  if (rules.length === 0) return [];
  const heading: Text = { zh: "接近的条款：", en: "rules that came near:" };
  return [
    say(heading, language),
    ...rules.map(
      ({ clause, outcome, text }) =>
        `  [${clause}] ${outcome}${language === "en" ? ": " : "："}${say(text, language)}`,
    ),
  ];
}
