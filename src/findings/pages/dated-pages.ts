import { check, type Pages, score } from "./page.ts";

const league = (each: string, top = ""): string => `
${top}  indicators:
    - id: wins
      name: 胜
      as: bonus
      rule: each-time
      each:
${each}`;
const two = "        - { valid: { to: 1980 }, value: 2 }\n";
const three = "        - { valid: { from: 1981 }, value: 3 }\n";
const sound = check(league(two + three));
const data = "单位,胜\n甲队,20\n";

/** Rules and figures that hold for a time. */
export const datedPages = {
  "valid-day": {
    severity: "error",
    title: { zh: "有效期里不是日期", en: "a period of validity without a day" },
    why: {
      zh: "从哪一天起换成新规定，差一天就可能换一个结果。看不懂的日期不能猜。",
      en: "On which day a rule changes may decide a result. A text that is no day cannot be guessed at.",
    },
    mend: {
      zh: "写成 1981-01-01、1981年1月1日，或只写年份 1981；赛季写它的第一天和最后一天。",
      en: "Write 1981-01-01, or a year alone, 1981; of a season, its first and last day.",
    },
    bad: check(
      league(
        `        - { valid: { to: 1980 }, value: 2 }\n        - { valid: { from: 1981/82 }, value: 3 }\n`,
      ),
    ),
    good: sound,
  },
  "valid-nothing": {
    severity: "error",
    title: { zh: "有效期两头都没有写", en: "a period of validity without an end" },
    why: {
      zh: "valid 里 from 和 to 都没有，看不出从哪天到哪天，可能是漏写了。",
      en: "Without from and to, valid says nothing; something may have been forgotten.",
    },
    mend: {
      zh: "补上 from 或 to；一直有效的，删去 valid。",
      en: "Add from or to; or take valid out of what always holds.",
    },
    bad: check(league(`        - { valid: {}, value: 3 }\n`)),
    good: sound,
  },
  "valid-order": {
    severity: "error",
    title: { zh: "有效期止期早于起期", en: "a period of validity that ends before it begins" },
    why: {
      zh: "这样的一项哪一天也不起作用。",
      en: "There is no day on which such an item would hold.",
    },
    mend: {
      zh: "核对 from 和 to，多半是写反了。",
      en: "Compare from and to; often they are the wrong way round.",
    },
    bad: check(league(`${two}        - { valid: { from: 1991, to: 1981 }, value: 3 }\n${three}`)),
    good: sound,
  },
  "valid-outside": {
    severity: "error",
    title: { zh: "有效期在上级的有效期之外", en: "a period of validity outside that of what is around" },
    why: {
      zh: "它所在的组或体系有效的日子里，它一天也不有效，永远不起作用。",
      en: "On none of the days on which the group or rubric around it holds does it hold itself: it never counts.",
    },
    mend: {
      zh: "改正其中一个有效期，或删去这一项。",
      en: "Mend one of the two periods, or take the item out.",
    },
    bad: check(league(two + three, "  valid: { from: 1981 }\n")),
    good: check(
      league(
        `        - { valid: { to: 1990 }, value: 2 }\n        - { valid: { from: 1991 }, value: 3 }\n`,
        "  valid: { from: 1981 }\n",
      ),
    ),
  },
  "valid-gap": {
    severity: "error",
    title: { zh: "有几天没有数可用", en: "days without a figure" },
    why: {
      zh: "两个有效期之间空了几天。基准日落在这几天里，就没有数可算。",
      en: "Between two periods some days are left. With a reference date among them there is nothing to score by.",
    },
    mend: {
      zh: "让前一项止于后一项起期的前一天。第一项一直往前有效的，不写 from；最后一项没有止期的，不写 to。体系本身就是从某天起才有的，在文件开头写 valid。",
      en: "Let the one end on the day before the next begins. Leave out from on the first and to on the last where they are open. A rubric that begins on some day says so with valid at the top.",
    },
    bad: check(
      league(
        `        - { valid: { to: 1980 }, value: 2 }\n        - { valid: { from: 1981-07-01 }, value: 3 }\n`,
      ),
    ),
    good: sound,
  },
  "valid-overlap": {
    severity: "error",
    title: { zh: "同一天有两个数有效", en: "two figures on one day" },
    why: {
      zh: "同一天有两个数，不知道用哪一个，得分就会不同。",
      en: "On one and the same day two figures hold, and which is used would decide the score.",
    },
    mend: {
      zh: "止期和起期不能是同一天：前一项止于后一项起期的前一天。分单位类型的，加上 when。",
      en: "The day on which one ends is not the day on which the next begins. Where kinds of unit are meant, add when.",
    },
    bad: check(
      league(`        - { valid: { to: 1981 }, value: 2 }\n        - { valid: { from: 1981 }, value: 3 }\n`),
    ),
    good: sound,
  },
  "valid-none-left": {
    severity: "error",
    title: { zh: "有几天一项有效的也没有", en: "days on which nothing of a list is valid" },
    why: {
      zh: "一组指标、条文、分段或结果，全部过了有效期，这以后就没有可以计分、可以认定的了。",
      en: "Where all indicators, clauses, bands or outcomes have ended, nothing is left to score or to decide by.",
    },
    mend: {
      zh: "补上后来的规定，或删去最后一项的 to；整个体系到那天为止的，在文件开头写 valid。",
      en: "Add what holds afterwards, or take out the last to; a rubric that ends there says so with valid at the top.",
    },
    bad: check(`
  indicators:
    - { id: docs, name: 材料审核, points: 100, rule: marks }
  outcomes:
    - name: 达标
      when: { score: total, at-least: 80 }
      valid: { to: 1990 }
    - { name: 不达标, otherwise: yes, valid: { to: 1990 } }
`),
    good: check(`
  indicators:
    - { id: docs, name: 材料审核, points: 100, rule: marks }
  outcomes:
    - name: 达标
      when: { score: total, at-least: 80 }
      valid: { to: 1990 }
    - name: 达标
      when: { score: total, at-least: 85 }
      valid: { from: 1991 }
    - { name: 不达标, otherwise: yes }
`),
  },
  "as-of-outside": {
    severity: "error",
    title: { zh: "体系在基准日无效", en: "a rubric that is not valid on the reference date" },
    why: {
      zh: "体系写明了从哪天到哪天有效。拿它算别的日子的账，用的就不是那时的规定。",
      en: "The rubric says when it holds. For another day, other rules would have to be used.",
    },
    mend: {
      zh: "核对 --as-of 的年份，或换成那时有效的体系。",
      en: "Compare the year of --as-of, or take the rubric of that time.",
    },
    bad: score(league("        - { value: 3 }\n", "  valid: { from: 1981 }\n"), data, {
      options: "--as-of 1980-12-31",
    }),
    good: score(league("        - { value: 3 }\n", "  valid: { from: 1981 }\n"), data, {
      options: "--as-of 1981-01-01",
    }),
  },
} satisfies Partial<Pages>;
