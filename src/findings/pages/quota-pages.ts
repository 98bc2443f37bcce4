import { check, type Pages, score } from "./page.ts";

/** A rubric with a quota: in one line, or what stands below the key. */
const withQuota = (...quota: readonly string[]): string => `
  indicators: [{ id: docs, name: 材料审核, points: 100, rule: marks }]
  outcomes:
    - name: 授予
      when: { score: total, at-least: 85 }
      quota:${quota.length === 1 ? ` ${quota[0]}` : quota.map((line) => `\n        ${line}`).join("")}
    - { name: 不予命名, otherwise: yes }
`;

const twoGroups = `
  单位,组别,材料审核
  甲局,机关,95
  乙局,机关,90
  丙厂,企业,88
`;

/** How many units may have an outcome. */
export const quotaPages = {
  "quota-size": {
    severity: "error",
    title: { zh: "名额没写个数也没写比例，或两样都写了", en: "a quota without a size, or with two" },
    why: {
      zh: "名额是几个说不清，取到哪一个单位就说不清。",
      en: "Where the size is not clear, neither is who is within it.",
    },
    mend: {
      zh: "写 most（个数）或 share（百分比），二者取一。",
      en: "Write most (a number) or share (a percentage), not both.",
    },
    bad: check(withQuota("{ tie: none }")),
    good: check(withQuota("{ share: 50%, of: eligible, tie: none }")),
  },
  "quota-of": {
    severity: "error",
    title: { zh: "名额的比例没说是谁的", en: "a share of nobody knows how many" },
    why: {
      zh: "全组的一成和申报单位的一成差得很远。",
      en: "A tenth of the group and a tenth of the applicants are far apart.",
    },
    mend: {
      zh: "share 要和 of 一起写；most 不用 of 和 round。",
      en: "share needs of; most takes neither of nor round.",
    },
    bad: check(withQuota("{ share: 50%, tie: none }")),
    good: check(withQuota("{ share: 50%, of: eligible, tie: none }")),
  },
  "quota-refer": {
    severity: "error",
    title: { zh: "并列时的结果没有写全", en: "what becomes of a tie is said by halves" },
    why: {
      zh: "并列在最后一个名额上的单位不知道得什么结果。",
      en: "Units that are level on the last place would have no outcome.",
    },
    mend: {
      zh: "tie: refer 和 refer: 结果名称 一起写。",
      en: "Write tie: refer together with refer: and an outcome.",
    },
    bad: check(withQuota("{ most: 1, tie: refer }")),
    good: check(withQuota("{ share: 50%, of: eligible, tie: none }")),
  },
  "quota-share": {
    severity: "error",
    title: { zh: "名额的比例不在 0% 到 100%", en: "a share of a quota that is none" },
    why: {
      zh: "超过百分之百的名额等于没有名额，没有百分号的看不出是几成。",
      en: "A share above 100% is no limit, and without a percent sign it is not clear what is meant.",
    },
    mend: { zh: "写成 90% 这样的百分数。", en: "Write a percentage such as 90%." },
    bad: check(withQuota("{ share: 120%, of: group, tie: none }")),
    good: check(withQuota("{ share: 50%, of: eligible, tie: none }")),
  },
  "quota-most": {
    severity: "error",
    title: { zh: "名额不是整数", en: "a quota that is no whole number" },
    why: { zh: "半个名额给不了谁。", en: "Half a place can be given to nobody." },
    mend: { zh: "写整数；要比例用 share。", en: "Write a whole number; for a share use share." },
    bad: check(withQuota("{ most: 1.5, tie: none }")),
    good: check(withQuota("{ share: 50%, of: eligible, tie: none }")),
  },
  "quota-above": {
    severity: "error",
    title: { zh: "名额比单位还多", en: "a quota larger than the group" },
    why: {
      zh: "名额不可能用完，多半是名额写错了，或者登记表缺了单位。",
      en: "Such a quota cuts nobody: it is wrong, or units are missing from the register.",
    },
    mend: { zh: "核对名额和登记表。", en: "Compare the quota with the register." },
    bad: score(withQuota("{ most: 3, tie: none }"), twoGroups),
    good: score(withQuota("{ most: 1, tie: none }"), twoGroups),
  },
  "quota-ample": {
    severity: "warning",
    title: { zh: "小组的名额用不完", en: "a quota that is more than a small group has units" },
    why: {
      zh: "在这一组里名额不起作用，符合条件的都有，别的组却要竞争。",
      en: "In that group the quota cuts nobody, whereas others have to compete.",
    },
    mend: {
      zh: "不用限额的不必改；否则给这一组另写名额，或写成 share。",
      en: "Nothing, where it needs no limit; otherwise a quota of its own, or a share.",
    },
    bad: score(withQuota("{ most: 2, tie: none }"), twoGroups),
    good: score(withQuota("{ most: 1, tie: none }"), twoGroups),
  },
  "quota-empty": {
    severity: "warning",
    title: { zh: "没有名额，或按比例算出来没有名额", en: "a quota of 0, or a share that comes to no place" },
    why: {
      zh: "名额写成 0，或者组小、比例向下取整是 0：符合条件的单位一个也得不到，多半不是本意。",
      en: "A quota of 0, or in a small group a share rounded down to none: nobody who fits has the outcome, which is seldom meant.",
    },
    mend: {
      zh: "至少要有一个的写 round: up；就该没有的不必改。",
      en: "Write round: up where there should be one at least.",
    },
    bad: score(withQuota("{ share: 20%, of: group, tie: none }"), twoGroups),
    good: score(withQuota("{ share: 20%, of: group, round: up, tie: none }"), twoGroups),
  },
  "quota-differs": {
    severity: "error",
    title: { zh: "一个组查到几种名额", en: "one group with several quotas" },
    why: {
      zh: "名额是整个组的，组里各单位查到的不一样就不知道用哪个。",
      en: "A quota is that of a whole group; where its units come to different ones, none can be used.",
    },
    mend: {
      zh: "名额的条件只用分组的那一栏。",
      en: "Let the cases of the quota depend on what the units are grouped by.",
    },
    bad: score(
      withQuota(
        "most:",
        "  - { when: { column: 档次, is: 甲 }, value: 1 }",
        "  - { otherwise: 0 }",
        "tie: none",
      ),
      `
      单位,组别,材料审核
      甲局,机关,95
      乙局,机关,90
    `,
      {
        units: `
      单位,组别,档次
      甲局,机关,甲
      乙局,机关,乙
    `,
      },
    ),
    good: score(
      withQuota(
        "most:",
        "  - { when: { column: group, is: 机关 }, value: 1 }",
        "  - { otherwise: 0 }",
        "tie: none",
      ),
      twoGroups,
    ),
  },
  "quota-unsaid": {
    severity: "error",
    title: { zh: "没有写某个组的名额", en: "a group without a quota" },
    why: {
      zh: "没有写名额的组里，符合的单位给还是不给说不清。",
      en: "Whether units of that group have the outcome is not said.",
    },
    mend: { zh: "给这个组补一种情形，或写 otherwise。", en: "Add a case for that group, or an otherwise." },
    bad: score(
      withQuota("most:", "  - { when: { column: group, is: 机关 }, value: 1 }", "tie: none"),
      twoGroups,
    ),
    good: score(
      withQuota(
        "most:",
        "  - { when: { column: group, is: 机关 }, value: 1 }",
        "  - { otherwise: 0 }",
        "tie: none",
      ),
      twoGroups,
    ),
  },
} as const satisfies Partial<Pages>;
