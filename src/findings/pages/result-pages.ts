import { type Pages, score } from "./page.ts";

const sites = `
  indicators:
    - id: roads
      name: 道路
      points: 10
      rule: k-of-n
      per: site
      of: 2
      table: { 2: 10, 1: 5 }
`;
const jury = `
  indicators:
    - id: view
      name: 总体印象
      points: 100
      rule: marks
      assessors: trimmed-mean
`;
const years = `
  indicators:
    - id: yearly
      name: 年度成绩
      points: 100
      rule: marks
      periods: { 2020: 40%, 2021: 60% }
`;
const survey = `
  inputs:
    pleased:
      name: 满意度
      sheets:
        answers: { 满意: 1, 不满意: 0 }
        invalid: [废卷]
        sample: 3
  indicators:
    - id: survey
      name: 问卷调查
      points: 15
      rule: proportional
      input: pleased
      target: 1
      missing: zero
`;
const blankSheets = (input: string): string => `
  inputs:
    opinion: { name: 意见, sheets: { blank-takes: 0.5 } }
    held: { name: 计到 0 为止的意见, greatest: [opinion, 0] }
  indicators:
    - { id: survey, name: 问卷, points: 10, rule: marks, input: ${input} }
`;
const lines = `
  indicators:
    - { id: docs, name: 材料审核, points: 100, rule: marks }
  outcomes:
    - { name: 命名, when: { score: total, at-least: 85 } }
`;
const variants = (firms: number): string => `
  indicators:
    - id: service
      name: 优质服务
      points: 10
      indicators:
        - { id: hall, name: 服务窗口, points: 4, rule: marks }
        - id: goods
          name: 诚信经营
          points: ${firms}
          rule: marks
          applies-to: { category: 企业 }
`;
const clauses = (policy: string): string => `
  indicators:
    - id: safety
      name: 安全制度
      points: 10
      rule: k-of-n
      not-applicable: ${policy}
      clauses: [通道畅通, 食堂卫生, 责任到人]
      table: { 3: 10, 2: 5 }
`;

/** What the data of a unit come to. */
export const resultPages = {
  "clause-not-applicable": {
    severity: "error",
    title: { zh: "一条不适用，体系没说怎样算", en: "a clause that does not apply" },
    why: {
      zh: "比如三条都做到得 10 分，两条得 5 分。有一条不涉及，剩下两条都做到了，是 10 分还是 5 分，文件里要有说法。",
      en: "Suppose three clauses give 10 points and two give 5: with one that does not apply and two that are met, the rubric has to say which.",
    },
    mend: {
      zh: "给指标写 not-applicable: full（这一条算达到）或 zero（算未达到）。",
      en: "Give the indicator not-applicable: full, so that the clause counts as met, or zero, as unmet.",
    },
    bad: score(clauses("renormalise"), "单位,通道畅通,食堂卫生,责任到人\n东街社区,是,不适用,是\n"),
    good: score(clauses("full"), "单位,通道畅通,食堂卫生,责任到人\n东街社区,是,不适用,是\n"),
  },
  "zero-denominator": {
    severity: "error",
    title: { zh: "分母是 0", en: "a denominator of 0" },
    why: {
      zh: "比如职工 0 人，志愿者比例就算不出来。多半是这个数漏填成了 0。",
      en: "With no staff, for example, there is no share of volunteers. Most likely the number was left at 0.",
    },
    mend: {
      zh: "填上真正的人数；确实不涉及的写“不适用”。",
      en: 'Write the real number, or "n/a" where the item does not concern the unit.',
    },
    bad: score(
      `
      inputs:
        helpers: { name: 志愿者人数, type: count }
        staff: { name: 职工人数, type: count }
        share: { name: 志愿者比例, divide: [helpers, staff] }
      indicators:
        - { id: help, name: 志愿服务, points: 10, rule: marks, input: share }
        - { id: tidy, name: 环境整洁, points: 10, rule: marks }
      `,
      "单位,志愿者人数,职工人数,环境整洁\n东街社区,44,0,9\n",
    ),
    good: score(
      `
      inputs:
        helpers: { name: 志愿者人数, type: count }
        staff: { name: 职工人数, type: count }
        share: { name: 志愿者比例, divide: [helpers, staff] }
      indicators:
        - { id: help, name: 志愿服务, points: 10, rule: marks, input: share }
        - { id: tidy, name: 环境整洁, points: 10, rule: marks }
      `,
      "单位,志愿者人数,职工人数,环境整洁\n东街社区,44,110,9\n",
    ),
  },
  "survey-below": {
    severity: "error",
    title: { zh: "空白问卷扣到了 0 以下", en: "blank sheets take a survey below nothing" },
    why: {
      zh: "每份空白问卷扣一点，空白的太多，扣下来成了负数。按 0 分计还是另有办法，要由文件说，不能替它定。",
      en: "Each blank sheet takes something off, and so many leave less than nothing. Whether that counts as 0 is for the paper to say.",
    },
    mend: {
      zh: "先看空着的格子是不是真的空白问卷。文件规定扣到 0 为止的，在 inputs 里另写一项取较大的：{ greatest: [问卷, 0] }，指标用它。",
      en: "See whether the blank cells are blank sheets at all. Where the paper says not below 0, add an input { greatest: [survey, 0] } and let the indicator use it.",
    },
    bad: score(blankSheets("opinion"), "单位,意见\n东街社区,1\n东街社区,\n东街社区,\n东街社区,\n"),
    good: score(blankSheets("held"), "单位,意见\n东街社区,1\n东街社区,\n东街社区,\n东街社区,\n"),
  },
  "points-disagree": {
    severity: "error",
    title: { zh: "对这类单位，分值与合计不符", en: "for this kind of unit the points do not add up" },
    why: {
      zh: "同一组里各类单位测的项目不同。对这一类，里面加起来不是写明的分值，它的满分就和别的单位不一样。",
      en: "Units of different kinds have different items. For this kind they do not add up to what the group declares, and its full marks differ from those of others.",
    },
    mend: {
      zh: "改正组的分值、各项的分值或 applies-to，使每类单位都对得上。",
      en: "Mend the points of the group or of its items, or their applies-to, until every kind of unit adds up.",
    },
    bad: score(variants(8), "单位,类别,服务窗口,诚信经营\n东街商场,企业,4,6\n"),
    good: score(variants(6), "单位,类别,服务窗口,诚信经营\n东街商场,企业,4,6\n"),
  },
  "mean-of-none": {
    severity: "error",
    title: { zh: "没有其他单位可取平均", en: "no other unit to take the mean of" },
    why: {
      zh: "不适用的取其他单位的平均，可是没有一个单位在这项上有得分，无从平均。",
      en: "Where an item does not apply, the mean of the others counts, but no other unit has a score on it.",
    },
    mend: {
      zh: "核对“不适用”是不是填多了；确实都不适用的，换一种 not-applicable，如 renormalise。",
      en: "See whether it is n/a everywhere by mistake; otherwise choose another not-applicable, such as renormalise.",
    },
    bad: score(
      `
      not-applicable: mean
      indicators:
        - { id: order, name: 秩序, points: 12, rule: marks }
        - { id: meals, name: 食堂, points: 8, rule: marks }
      `,
      "单位,秩序,食堂\n东街社区,9,不适用\n",
    ),
    good: score(
      `
      not-applicable: mean
      indicators:
        - { id: order, name: 秩序, points: 12, rule: marks }
        - { id: meals, name: 食堂, points: 8, rule: marks }
      `,
      "单位,秩序,食堂\n东街社区,9,不适用\n西街社区,12,6\n",
    ),
  },
  "nothing-applies": {
    severity: "error",
    title: { zh: "没有一项指标适用", en: "no indicator applies to a unit" },
    why: {
      zh: "这个单位没有可得的分，既不是 0 分，也排不进名次。",
      en: "There is nothing it could earn: that is no score of 0, and it has no rank.",
    },
    mend: {
      zh: "核对它的类别和标签，以及各指标的 applies-to；不该参加测评的，从数据里删去。",
      en: "Check its category and tags and the applies-to of the indicators; take it out if it is not assessed.",
    },
    bad: score(
      `
      indicators:
        - id: hall
          name: 服务窗口
          points: 10
          rule: marks
          applies-to: { category: 机关 }
      `,
      "单位,类别,服务窗口\n东街商场,企业,\n",
    ),
    good: score(
      `
      indicators:
        - id: hall
          name: 服务窗口
          points: 10
          rule: marks
          applies-to: { category: [机关, 企业] }
      `,
      "单位,类别,服务窗口\n东街商场,企业,9\n",
    ),
  },
  "outcome-none": {
    severity: "warning",
    title: { zh: "不符合任何一条结果", en: "no outcome fits a unit" },
    why: {
      zh: "这个单位没有结果：既没有命名，也没有说不予命名。文件里多半还有一条“其余的”。",
      en: "The unit has no result at all. The paper mostly has one more clause, for all the rest.",
    },
    mend: {
      zh: "在 outcomes 最后加一条 otherwise: yes。",
      en: "End the outcomes with one that has otherwise: yes.",
    },
    bad: score(lines, "单位,材料审核\n东街社区,80\n"),
    good: score(
      `${lines}    - { name: 不予命名, otherwise: yes }
`,
      "单位,材料审核\n东街社区,80\n",
    ),
  },
  "sum-above-points": {
    severity: "warning",
    title: { zh: "合计超过分值，按分值计", en: "a sum above the points, which count instead" },
    why: {
      zh: "几个分加起来比这一项的分值高，多出的没有计入。也可能是分值定低了。",
      en: "They add up to more than the item is worth, and the surplus did not count. Perhaps the points are too low.",
    },
    mend: {
      zh: "封顶是文件规定的，不用处理；否则改大 points，或改用平均 mean。",
      en: "If the paper sets this limit, nothing is wrong; otherwise raise the points, or take the mean.",
    },
    bad: score(
      `
      indicators:
        - { id: tidy, name: 整洁, points: 10, rule: marks, sites: sum }
      `,
      "单位,点位,整洁\n东街社区,东口,8\n东街社区,西口,7\n",
    ),
    good: score(
      `
      indicators:
        - { id: tidy, name: 整洁, points: 10, rule: marks, sites: mean }
      `,
      "单位,点位,整洁\n东街社区,东口,8\n东街社区,西口,7\n",
    ),
  },
  "few-assessors": {
    severity: "warning",
    title: { zh: "分数太少，没有去掉最高和最低", en: "too few marks to leave any out" },
    why: {
      zh: "体系规定去掉一个最高分、一个最低分，可是只有一两个分，去掉就没有了，所以取了平均。多半是漏收了打分表。",
      en: "The highest and the lowest should be left out, but of one or two marks nothing would be left. Perhaps some are missing.",
    },
    mend: {
      zh: "补上漏收的打分表；真的只有这几个分的，不用处理。",
      en: "Add the marks that are missing; if there are no others, this may stand.",
    },
    bad: score(jury, "单位,测评员,总体印象\n东街社区,一号,90\n东街社区,二号,80\n"),
    good: score(jury, "单位,测评员,总体印象\n东街社区,一号,90\n东街社区,二号,80\n东街社区,三号,88\n"),
  },
  "more-than-due": {
    severity: "error",
    title: { zh: "点位（测评员、时期）多于规定", en: "more sites, assessors or periods than are due" },
    why: {
      zh: "比如规定查 2 个点位，报了 3 个，“2 个达标得满分”就变得容易了，对别的单位不公平。",
      en: 'With three sites instead of two, for example, "two that pass" is easier to reach, and other units are wronged.',
    },
    mend: {
      zh: "删去多余的；规定变了的，改体系里的 of。",
      en: "Take the surplus out, or mend of in the rubric.",
    },
    bad: score(sites, "单位,点位,道路\n东街社区,东口,是\n东街社区,西口,否\n东街社区,南口,是\n"),
    good: score(sites, "单位,点位,道路\n东街社区,东口,是\n东街社区,西口,否\n"),
  },
  "period-unknown": {
    severity: "error",
    title: { zh: "体系里没有这个时期", en: "a period that the rubric does not have" },
    why: {
      zh: "体系没有给这个时期权重，它的分不计入。多半是时期写错了，真正的那个却成了缺报。",
      en: "It has no weight and would not count. Perhaps it is misspelt, and the real one seems to be missing.",
    },
    mend: {
      zh: "改成体系里 periods 写的时期；不用的时期从数据里删去。",
      en: "Write a period that the rubric weighs, and take others out of the data.",
    },
    bad: score(years, "单位,年度,年度成绩\n东街社区,2020,90\n东街社区,2021,95\n东街社区,2022,96\n"),
    good: score(years, "单位,年度,年度成绩\n东街社区,2020,90\n东街社区,2021,95\n"),
  },
  "survey-short": {
    severity: "warning",
    title: { zh: "有效问卷太少", en: "too few valid sheets" },
    why: {
      zh: "体系规定至少要几份，份数不够，满意率不能代表群众的看法。",
      en: "The rubric asks for a least number. Of fewer sheets the share says little.",
    },
    mend: {
      zh: "补充调查，或找到漏收的问卷。样本不足时怎样算，由 short-sample 规定。",
      en: "Survey more people, or find the sheets that are missing. What a short sample means is for short-sample to say.",
    },
    bad: score(survey, "单位,满意度\n东街社区,满意\n东街社区,不满意\n"),
    good: score(survey, "单位,满意度\n东街社区,满意\n东街社区,不满意\n东街社区,满意\n"),
  },
  "survey-empty": {
    severity: "warning",
    title: { zh: "没有一份有效问卷", en: "not one valid sheet" },
    why: {
      zh: "满意率无从算起，这一项按缺报处理，多半是 0 分。",
      en: "There is no share to work out: the item counts as missing, which mostly means no points.",
    },
    mend: {
      zh: "核对问卷文件和作废的写法（invalid）；确实没有调查的，不用处理。",
      en: "Check the file of sheets, and which words mark an invalid one; if there was no survey, this may stand.",
    },
    bad: score(survey, "单位,满意度\n东街社区,废卷\n东街社区,\n"),
    good: score(survey, "单位,满意度\n东街社区,满意\n东街社区,不满意\n东街社区,满意\n"),
  },
} satisfies Partial<Pages>;
