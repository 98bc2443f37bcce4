/** Words that several keys share, and what they mean. */
export const betterWords = {
  higher: { zh: "越高越好", en: "the higher the better" },
  lower: { zh: "越低越好", en: "the lower the better" },
} as const;

export const overWords = {
  group: { zh: "同一组的单位", en: "the units of the same group" },
  all: { zh: "全体单位", en: "all units" },
} as const;

export const statusWords = {
  active: { zh: "正常", en: "active" },
  merged: { zh: "并入别的单位", en: "merged into another unit" },
  split: { zh: "拆分", en: "split" },
  closed: { zh: "撤并、注销", en: "closed" },
  renamed: { zh: "更名", en: "renamed" },
} as const;

export const standingWords = {
  banned: { zh: "禁止申报期内", en: "banned from applying" },
  suspended: { zh: "停牌期内", en: "suspended" },
  rectifying: { zh: "整改期内", en: "time is left to put things right" },
  overdue: { zh: "整改期限已过", en: "the time to put things right has passed" },
} as const;

export const earlierWords = {
  outcome: { zh: "那一年的结果，用 is 说明", en: "the outcome, with is" },
  total: { zh: "那一年的总分，用 at-least 等比较", en: "the total, with at-least and the like" },
  rank: { zh: "那一年的名次，用 among-worst、among-best", en: "the rank, with among-worst or among-best" },
} as const;

export const liftWords = {
  suspension: { zh: "停牌", en: "a suspension" },
  ban: { zh: "禁止申报", en: "a ban" },
} as const;

export const roundWords = {
  down: { zh: "舍去零头", en: "down" },
  up: { zh: "零头进一", en: "up" },
  "half-up": { zh: "四舍五入", en: "half up" },
} as const;

export const missingWords = {
  finding: { zh: "计 0 分，并提出警告", en: "0 points, and a warning" },
  zero: { zh: "计 0 分", en: "0 points" },
  full: { zh: "计满分", en: "full points" },
  "not-applicable": { zh: "按不适用处理", en: "treated as not applicable" },
} as const;

export const notApplicableWords = {
  renormalise: { zh: "由同组其余各项按比例分担", en: "shared out over the rest of the group" },
  full: { zh: "计满分", en: "full points" },
  zero: { zh: "计 0 分", en: "0 points" },
  mean: { zh: "按其他单位得分率的平均计", en: "the mean share that the other units earned" },
} as const;

export const figureWords = {
  rounded: { zh: "修约后的数", en: "the rounded figure" },
  exact: { zh: "精确的数", en: "the exact figure" },
} as const;

export const blankWords = {
  finding: { zh: "按没有发生或没有达到计，并提出警告", en: "not happened or not met, and a warning" },
  no: { zh: "当作“否”", en: "taken for no" },
  yes: { zh: "当作“是”", en: "taken for yes" },
} as const;

export const reducerWords = {
  mean: { zh: "平均", en: "the mean" },
  median: { zh: "中位数", en: "the median" },
  "trimmed-mean": {
    zh: "去掉一个最高和一个最低后平均",
    en: "the mean without one highest and one lowest",
  },
  least: { zh: "最低的", en: "the least" },
  greatest: { zh: "最高的", en: "the greatest" },
  sum: { zh: "合计", en: "the sum" },
} as const;

/** Of whatever may hold for a time. */
export const validText = {
  zh: "从哪天到哪天有效，两头都算在内，可以只写一头；--as-of 的日期决定用哪些。",
  en: "The days on which it holds, both ends among them; one end may be left out. The date of --as-of decides.",
  keys: {
    from: { zh: "第一天；只写年份的，是该年第一天。", en: "The first day; of a year alone, its first." },
    to: { zh: "最后一天；只写年份的，是该年最后一天。", en: "The last day; of a year alone, its last." },
  },
} as const;
