import type { Text } from "../../base/language.ts";
import type { leafKeys, leafSchemas, RuleName } from "../../rubric/schema.ts";
import type { DescribedKeys } from "../described.ts";
import { betterWords, overWords, validText } from "./words.ts";

type OwnShape<Name extends RuleName> = Omit<
  (typeof leafSchemas)[Name]["shape"],
  keyof typeof leafKeys | "rule"
>;

const within = {
  zh: "时间范围：12 months（12个月）、2 years（2年）、year（本年）、term（本届），或 2021-03-01..2021-03-31。不写是到基准日为止的全部。",
  en: "A window of time: 12 months, 2 years, year, term, or 2021-03-01..2021-03-31. Without it, all up to the reference date.",
} as const;
export const withinText: Text = within;

const scale = {
  zh: "等级表：scales 里的一个名字，或直接写各等级的百分比或分数。",
  en: "The scale: a name under scales, or the steps themselves with percentages or points.",
} as const;
const otherwise = {
  zh: "其余情况得多少：等级、百分比或分数；默认 0。",
  en: "What it earns otherwise: a step of the scale, a percentage or points; 0 by default.",
} as const;

/** Every rule: what it is, and the keys of its own. */
export const ruleTexts: {
  readonly [Name in RuleName]: Text & { readonly keys: DescribedKeys<OwnShape<Name>> };
} = {
  marks: {
    zh: "直接打分：数据是分数，从 0 到分值",
    en: "marks given directly, from 0 to the points",
    keys: {
      "out-of": {
        zh: "打分用的满分，折成分值。",
        en: "What the marks are out of; they are scaled to the points.",
      },
    },
  },
  clauses: {
    zh: "逐条给分：做到一条得一条的分",
    en: "clauses with points of their own",
    keys: { clauses: { zh: "各条，每条写明 points。", en: "The clauses, each with its points." } },
  },
  "all-or-nothing": {
    zh: "全有或全无：各条都做到得满分，有一条做不到不得分",
    en: "full points where all clauses are met, otherwise none",
    keys: { clauses: { zh: "各条；可以只写一句话。", en: "The clauses; their wording is enough." } },
  },
  grade: {
    zh: "评等级：数据是等级表里的一个词",
    en: "a letter or a word of a scale",
    keys: { scale },
  },
  "k-of-n": {
    zh: "达到几条：按达到的条数查表",
    en: "so many of n clauses, by a table",
    keys: {
      clauses: { zh: "各条；可以只写一句话。", en: "The clauses; their wording is enough." },
      of: {
        zh: "一共几条：只报达到的条数时，代替 clauses。",
        en: "How many there are: instead of clauses, where only the number met is handed in.",
      },
      per: {
        zh: "数什么：数据里每个一行，填是或否。",
        en: "What is counted: the data have a row for each, with yes or no.",
        words: {
          assessor: { zh: "测评员", en: "assessors" },
          site: { zh: "点位", en: "sites" },
          period: { zh: "年度或月份", en: "years or months" },
        },
      },
      table: {
        zh: "达到几条（或百分之几）得什么：等级、百分比或分数。取不超过达到数的最大一行。",
        en: "What so many met (or such a share) earn: a step, a percentage or points. The largest key not above the number met counts.",
      },
      otherwise,
      scale,
    },
  },
  bands: {
    zh: "分段：自上而下，第一段符合的算数",
    en: "bands; from top to bottom, the first that fits counts",
    keys: {
      bands: {
        zh: "各段，每段有一条或两条边。",
        en: "The bands, each with an edge or two.",
        keys: {
          "at-least": { zh: "不低于这个数。", en: "Not below this." },
          above: { zh: "高于这个数。", en: "Above this." },
          "at-most": { zh: "不高于这个数。", en: "Not above this." },
          below: { zh: "低于这个数。", en: "Below this." },
          give: {
            zh: "这一段得什么：等级、百分比或分数。",
            en: "What this band earns: a step, a percentage or points.",
          },
          valid: validText,
        },
      },
      otherwise,
      scale,
    },
  },
  threshold: {
    zh: "达标给分：满足条件得满分",
    en: "full points where a condition is met",
    keys: {
      when: {
        zh: "要满足的条件。不能看得分、准入和否决。",
        en: "The condition. It may not look at scores, gates or vetoes.",
      },
      otherwise: {
        zh: "不达标得多少：百分比或分数；默认 0。",
        en: "What a unit earns that does not meet it: a percentage or points; 0 by default.",
      },
    },
  },
  "deduct-per-missing": {
    zh: "每缺一次扣分，扣完为止：数据是做了几次",
    en: "less for each one missing, down to 0; the data say how many were held",
    keys: {
      due: { zh: "应做几次。", en: "How many are due." },
      each: {
        zh: "每缺一次扣多少分，写正数。",
        en: "What each one missing takes off, as a positive number.",
      },
    },
  },
  "deduct-per-fault": {
    zh: "每处扣分，扣完为止：数据是发现几处",
    en: "less for each fault, down to 0",
    keys: { each: { zh: "每处扣多少分，写正数。", en: "What each fault takes off, as a positive number." } },
  },
  "deduct-per-point-short": {
    zh: "每低一个百分点扣分，扣完为止：数据是百分数",
    en: "less for each percentage point short of a target, down to 0",
    keys: {
      target: { zh: "应达到的百分数。", en: "The percentage to be reached." },
      each: {
        zh: "每低一个百分点扣多少分，写正数。",
        en: "What each point short takes off, as a positive number.",
      },
      "part-points": {
        zh: "不足一个百分点的零头怎么办。",
        en: "What a part of a percentage point does.",
        words: {
          ignore: { zh: "不计", en: "it is dropped" },
          proportional: { zh: "按比例", en: "it counts as it is" },
          full: { zh: "按一个计", en: "it counts as a whole one" },
        },
      },
    },
  },
  proportional: {
    zh: "按比例：达到目标得满分，不足的按比例",
    en: "in proportion to a target, up to full points",
    keys: { target: { zh: "得满分的数。", en: "The figure that earns full points." } },
  },
  curve: {
    zh: "折线：各点之间按直线计算",
    en: "straight lines between given points",
    keys: {
      curve: {
        zh: "各点，至少两个，at 从小到大。",
        en: "The points, two at least; the at go up.",
        keys: {
          at: { zh: "数据是多少。", en: "What the data say." },
          points: { zh: "这时得多少分。", en: "What that earns." },
        },
      },
    },
  },
  "min-max": {
    zh: "与其他单位比：最高的得满分，最低的得 0 分",
    en: "relative to the other units: full points for the highest, none for the lowest",
    keys: {
      better: {
        zh: "越高越好还是越低越好；默认 higher。",
        en: "Which is better; the higher by default.",
        words: betterWords,
      },
      over: {
        zh: "与谁比；默认 group。",
        en: "Which units are compared; the group by default.",
        words: overWords,
      },
      "if-equal": {
        zh: "大家都一样时得多少；默认 full。",
        en: "What each earns where all are equal; full by default.",
        words: { full: { zh: "满分", en: "full points" }, zero: { zh: "0 分", en: "none" } },
      },
    },
  },
  fixed: { zh: "固定分：不看数据", en: "the points, whatever the data", keys: {} },
  once: { zh: "一次：数据是“是”就得分", en: "the points for a yes", keys: {} },
  "each-time": {
    zh: "每次：数据是次数，每次得同样的分；points 是上限",
    en: "so much each time, up to the points",
    keys: {
      each: { zh: "每次多少分，写正数。", en: "What each time is worth, as a positive number." },
      times: { zh: "最多计几次。", en: "No more than so many times count." },
    },
  },
  "on-time": {
    zh: "按时完成：数据是日期",
    en: "done by a day; the data are dates",
    keys: {
      due: {
        zh: "限期：日期，或月份（到月底），如 2012-03。",
        en: "When it is due: a day, or a month up to its end, such as 2012-03.",
      },
      late: { zh: "逾期得百分之几；默认 0%。", en: "The share that a late one earns; 0% by default." },
      "not-after": { zh: "晚于这天的不得分：日期或月份。", en: "After this day or month it earns nothing." },
    },
  },
  events: {
    zh: "按事项加减分：表彰、事故等有日期的事，来自 --events 的文件",
    en: "points for dated events, which come with --events",
    keys: {
      event: { zh: "计入哪些事项，一种或几种。", en: "The kind of event that counts, or several." },
      each: { zh: "每件多少分；与 levels 二者取一。", en: "What each is worth; this or levels." },
      levels: {
        zh: "各级别每件多少分；与 each 二者取一。",
        en: "What each is worth by its level; this or each.",
      },
      "once-per": {
        zh: "怎样只计最高的一件；默认 event。",
        en: "Of which events only the highest counts; event by default.",
        words: {
          matter: { zh: "同一事由同一年只计最高的一件", en: "of one matter in one year" },
          event: { zh: "件件都计", en: "each one counts" },
          unit: { zh: "一个单位只计最高的一件", en: "of all that a unit has" },
        },
      },
      within,
      factors: { zh: "各种情节的倍数；几种情节相乘。", en: "Factors for circumstances; several multiply." },
      repeat: {
        zh: "从第几件起再乘一个倍数。",
        en: "From which one on another factor applies.",
        keys: {
          per: {
            zh: "在什么范围里数。",
            en: "What is counted together.",
            words: {
              day: { zh: "同一天", en: "events of one day" },
              matter: { zh: "同一事由", en: "events of one matter" },
              unit: { zh: "一个单位的全部", en: "all events of a unit" },
            },
          },
          from: { zh: "从第几件起。", en: "From which one on." },
          factor: { zh: "乘几。", en: "The factor." },
        },
      },
    },
  },
};
