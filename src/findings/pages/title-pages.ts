import { check, checkBoth, type Pages } from "./page.ts";

/** A title with that term, renewed at its end; there is an assessment every two years. */
const termOf = (term: string): string => `
  years: { every: 2 }
  titles: [{ name: 文明单位, term: ${term} }]
  indicators: [{ id: work, name: 日常工作, points: 100, rule: marks }]
  outcomes:
    - name: 延续
      when:
        all: [{ term-ends: 文明单位 }, { score: total, at-least: 85 }]
      effect: { renews: 文明单位 }
    - name: 命名
      when: { score: total, at-least: 90 }
      effect: { grants: 文明单位 }
    - { name: 其他, otherwise: yes }
`;

/** What the rules of outcomes do to titles over the years. */
export const titlePages = {
  "title-unreachable": {
    severity: "warning",
    title: { zh: "没有单位能得到的称号", en: "a title that nobody can come to hold" },
    why: {
      zh: "一个称号没有结果授予，凡是看它的规定都落空，本该表彰的单位得不到。",
      en: "Whatever looks at a title that nothing grants comes to nothing, and units that should have it never do.",
    },
    mend: {
      zh: "在结果的 effect 里授予它；由上级授予的，写 granted-by: others。",
      en: "Grant it under effect of an outcome; where somebody else grants it, write granted-by: others.",
    },
    ...checkBoth(`
      titles:
        - { name: 文明单位, term: 3 years }
    ✗   - { name: 标兵单位 }
    ✓   - { name: 标兵单位, granted-by: others }
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
      outcomes:
        - name: 命名
          when: { score: total, at-least: 85 }
          effect: { grants: 文明单位 }
        - { name: 不予命名, otherwise: yes }
    `),
  },
  "title-never-lost": {
    severity: "warning",
    title: { zh: "永远不会失去的称号", en: "a title that can never be lost" },
    why: {
      zh: "没有期限、也没有结果撤销的称号，得到以后再差也留着。",
      en: "A title without a term that nothing takes stays with a unit however badly it does.",
    },
    mend: {
      zh: "写一条撤销它的结果，或给它 term；有意终身保留的，授予的结果写 final: yes。",
      en: "Add an outcome that takes it, or give it a term; where it is meant for good, write final: yes beside the outcome that grants it.",
    },
    ...checkBoth(`
      titles:
        - { name: 文明单位 }
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
      outcomes:
        - name: 命名
          when: { score: total, at-least: 85 }
          effect: { grants: 文明单位 }
    ✓     final: yes
        - { name: 不予命名, otherwise: yes }
    `),
  },
  "state-stuck": {
    severity: "warning",
    title: { zh: "走不出来的地步", en: "a state that no way leads out of" },
    why: {
      zh: "单位到了这一步，以后不论成绩怎样，称号都不会再变。多半是漏了一条结果，或上年的结果又带来同样的结果。有一年不参评，不算走出来。",
      en: "From there on no result changes what a unit holds. More often than not an outcome was forgotten, or last year's outcome brings itself about again. To stay away for a year is not counted as a way out.",
    },
    mend: {
      zh: "写一条走得出来的结果；只该管一年的，不要在条件里写它自己。有意到此为止的写 final: yes。",
      en: "Add an outcome that leads on; what is to last for a year must not name itself in its condition. Where it is meant to be the end, write final: yes.",
    },
    ...checkBoth(`
      titles:
        - { name: 文明单位 }
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
      outcomes:
        - name: 不予受理
    ✗     when: { earlier: outcome, is: [撤销, 不予受理] }
    ✓     when: { earlier: outcome, is: 撤销 }
        - name: 撤销
          when: { all: [{ title: any }, { score: total, below: 80 }] }
          effect: { takes: any }
        - name: 命名
          when: { score: total, at-least: 85 }
          effect: { grants: 文明单位 }
        - { name: 不予命名, otherwise: yes }
    `),
  },
  "quota-refer-effect": {
    severity: "warning",
    title: { zh: "转交的单位没有那条结果的后果", en: "units that are referred have no effect" },
    why: {
      zh: "报告里结果的名称一样，有的有称号，有的没有，看的人分不清。",
      en: "Under one name of an outcome some units have the title and others do not.",
    },
    mend: {
      zh: "给并列的单位另起一个结果名称，如“提请研究”。",
      en: "Give those units an outcome of another name.",
    },
    ...checkBoth(`
      titles: [{ name: 文明单位, term: 1 year }]
      indicators: [{ id: work, name: 日常工作, points: 100, rule: marks }]
      outcomes:
        - name: 先进
          when: { score: total, at-least: 85 }
    ✗     quota: { most: 3, tie: refer, refer: 先进 }
    ✓     quota: { most: 3, tie: refer, refer: 提请研究 }
          effect: { grants: 文明单位 }
        - { name: 不予命名, otherwise: yes }
    `),
  },
  "term-between": {
    severity: "warning",
    title: { zh: "到期的那一年没有测评", en: "a term that ends between two assessments" },
    why: {
      zh: "到期的复评等不到：称号在没有测评的那一年过了期，单位只能重新争创。",
      en: "The review at the end of the term never comes: the title is over in a year without an assessment.",
    },
    mend: { zh: "期限写成测评间隔的倍数。", en: "Make the term a multiple of the time between assessments." },
    bad: check(termOf("3 years")),
    good: check(termOf("4 years")),
  },
  "outcome-inverted": {
    severity: "warning",
    title: { zh: "总分高的反而处理得重", en: "a higher total that is treated harder" },
    why: {
      zh: "先写的结果先定。前面一条轻的管住了低分的单位，后面一条重的就只落到高分的单位头上：多得一分反而丢了称号，申诉时说不过去。",
      en: "What stands first decides. A milder outcome that catches units with a low total leaves the harder one below it to those with a high one: a point more costs a title, and no answer to an appeal will do.",
    },
    mend: {
      zh: "把处理重的结果移到前面；线写反了的，改 at-least 为 below。确实要这样的，在这一行写 # allow outcome-inverted: 原因。",
      en: "Move what is harder to the front; where a line is the wrong way round, change at-least to below. Where it is meant, write # allow outcome-inverted: and why on the line.",
    },
    ...checkBoth(`
      titles:
        - { name: 文明单位, term: 3 years }
      events:
        kinds: [安全事故]
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
      outcomes:
    ✓   - name: 撤销
    ✓     when: { all: [{ title: any }, { event: 安全事故, within: year }] }
    ✓     effect: { takes: any }
        - { name: 暂缓评定, when: { score: total, below: 60 } }
    ✗   - name: 撤销
    ✗     when: { all: [{ title: any }, { event: 安全事故, within: year }] }
    ✗     effect: { takes: any }
        - name: 命名
          when: { score: total, at-least: 85 }
          effect: { grants: 文明单位 }
        - { name: 不变, otherwise: yes }
    `),
  },
  "final-changes": {
    severity: "warning",
    title: { zh: "到此为止的结果以后还会变", en: "a final outcome after which titles change" },
    why: {
      zh: "final: yes 说以后不再有变化，照规定却还会变：两处说的不一样，单位和复查的人会照不同的一处办。",
      en: "It says that nothing comes after it, but something does. The rubric says two things, and people will go by one or the other.",
    },
    mend: {
      zh: "把这样的单位排除在后面的结果以外，或删去 final: yes。",
      en: "Leave such units out of the outcomes that follow, or delete final: yes.",
    },
    ...checkBoth(`
      titles:
        - { name: 文明单位, term: 3 years }
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
      outcomes:
        - name: 撤销
          when: { all: [{ title: any }, { score: total, below: 60 }] }
          effect: { takes: any }
    ✗     final: yes
        - name: 命名
          when: { score: total, at-least: 85 }
          effect: { grants: 文明单位 }
        - { name: 不予命名, otherwise: yes }
    `),
  },
  "titles-may-clash": {
    severity: "warning",
    title: { zh: "会同时持有不能并存的称号", en: "titles that exclude each other may come together" },
    why: {
      zh: "有的单位按规定会得到与已有称号不能并存的称号，到那一年评定会出错停下。",
      en: "Some units would be granted a title beside one that excludes it, and in that year the assessment stops with an error.",
    },
    mend: {
      zh: "用 changes 以新换旧，或在授予的同时 takes 另一个。",
      en: "Use changes, or take the one where the other is granted.",
    },
    ...checkBoth(`
      titles:
        - { name: 文明单位, term: 3 years }
        - { name: 标兵单位, term: 3 years, excludes: 文明单位 }
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
      outcomes:
        - name: 标兵
          when: { score: total, at-least: 95 }
    ✗     effect: { grants: 标兵单位 }
    ✓     effect: { grants: 标兵单位, takes: 文明单位 }
        - name: 命名
          when: { score: total, at-least: 85 }
          effect: { grants: 文明单位, takes: 标兵单位 }
        - { name: 不予命名, otherwise: yes }
    `),
  },
  "title-may-lack": {
    severity: "warning",
    title: { zh: "会授予缺了前提的称号", en: "a title may be granted without the one it requires" },
    why: {
      zh: "有的单位没有所要求的称号也会被授予，到那一年评定会出错停下。",
      en: "Some units would be granted a title without the one that it requires, and in that year the assessment stops with an error.",
    },
    mend: {
      zh: "在这条结果的 when 里加上 title 条件。",
      en: "Add a condition on title to that outcome.",
    },
    ...checkBoth(`
      titles:
        - { name: 文明单位, term: 3 years }
        - { name: 标兵单位, term: 3 years, requires: 文明单位 }
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
      outcomes:
        - name: 标兵
    ✗     when: { score: total, at-least: 95 }
    ✓     when:
    ✓       all:
    ✓         - { title: 文明单位 }
    ✓         - { score: total, at-least: 95 }
          effect: { grants: 标兵单位 }
        - name: 命名
          when: { score: total, at-least: 85 }
          effect: { grants: 文明单位 }
        - { name: 不予命名, otherwise: yes }
    `),
  },
  "state-gap": {
    severity: "warning",
    title: { zh: "持有称号的单位得不到任何结果", en: "some units get no outcome because of what they hold" },
    why: {
      zh: "走到这一步的单位没有一条规定管，公布时名下是空的。",
      en: "No rule speaks of such units, and their line in the published list is empty.",
    },
    mend: {
      zh: "为这样的单位补一条结果，或在最后写一条 otherwise: yes。",
      en: "Add an outcome for such units, or end with a rule that says otherwise: yes.",
    },
    ...checkBoth(`
      titles:
        - { name: 文明单位, term: 3 years }
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
      outcomes:
        - name: 保留
          when: { all: [{ title: any }, { score: total, at-least: 80 }] }
    ✓   - { name: 撤销, when: { title: any }, effect: { takes: any } }
        - name: 命名
          when:
            all:
              - { not: { title: any } }
              - { score: total, at-least: 85 }
          effect: { grants: 文明单位 }
        - { name: 不予命名, when: { not: { title: any } } }
    `),
  },
  "outcome-no-state": {
    severity: "warning",
    title: { zh: "称号和往年结果不允许的结果", en: "an outcome that no titles and earlier outcomes allow" },
    why: {
      zh: "这条结果要的称号、停牌或往年结果，没有单位会同时有，等于没有写。",
      en: "No unit ever meets all that it asks for: it might as well not be there.",
    },
    mend: {
      zh: "核对它的条件，和授予、撤销这些称号的各条。",
      en: "Look at its conditions, and at what grants and takes those titles.",
    },
    ...checkBoth(`
      titles:
        - { name: 文明单位, term: 3 years }
        - { name: 标兵单位, term: 3 years }
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
      outcomes:
        - name: 双牌
          when: { all: [{ title: 文明单位 }, { title: 标兵单位 }] }
        - name: 标兵
          when:
            all:
              - { title: 文明单位 }
              - { score: total, at-least: 95 }
    ✗     effect: { changes: { 文明单位: 标兵单位 } }
    ✓     effect: { grants: 标兵单位 }
        - name: 命名
          when:
            all:
              - { not: { title: any } }
              - { score: total, at-least: 85 }
          effect: { grants: 文明单位 }
        - { name: 不予命名, otherwise: yes }
    `),
  },
  "earlier-never": {
    severity: "warning",
    title: { zh: "不可能有过的往年结果", en: "an earlier outcome that can never have been" },
    why: {
      zh: "没有单位能带着这样的往年结果走到这一年，这个条件永远不成立。",
      en: "No unit can come to this year with such an outcome behind it, so that the condition never holds.",
    },
    mend: {
      zh: "核对结果的名称、last 和 times，和那些结果以后单位怎样了。",
      en: "Look at the names of outcomes, at last and times, and at what becomes of units after those outcomes.",
    },
    ...checkBoth(`
      titles:
        - { name: 文明单位, term: 3 years }
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
      outcomes:
        - name: 撤销
    ✗     when: { all: [{ title: any }, { earlier: outcome, is: 黄牌 }] }
    ✓     when: { all: [{ title: any }, { score: total, below: 60 }] }
          effect: { takes: any }
        - name: 摘牌
          when:
            all:
              - { title: any }
              - { earlier: outcome, is: 黄牌, last: 2, times: 2 }
          effect: { takes: any }
        - name: 黄牌
          when: { all: [{ title: any }, { score: total, below: 80 }] }
        - name: 命名
          when: { score: total, at-least: 85 }
          effect: { grants: 文明单位 }
        - { name: 不予命名, otherwise: yes }
    `),
  },
  "standing-unseen": {
    severity: "warning",
    title: { zh: "没有规定看的禁止申报或停牌", en: "a ban or a suspension that no rule looks at" },
    why: {
      zh: "写了禁止申报或停牌，却没有一条规定看，被禁、被停的单位照样能评上。",
      en: "A ban or a suspension that nothing asks about keeps nobody out: such units are granted titles all the same.",
    },
    mend: {
      zh: "在不该再得到的结果的 when 里加 not: { standing: banned }；停牌（suspends）的写 suspended。",
      en: "Add not: { standing: banned } to the outcomes that it should keep a unit from; for suspends write suspended.",
    },
    ...checkBoth(`
      titles:
        - { name: 文明单位, term: 3 years }
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
      outcomes:
        - name: 撤销
          when: { all: [{ title: any }, { score: total, below: 60 }] }
          effect: { takes: any, bans: 2 years }
        - name: 命名
    ✗     when: { score: total, at-least: 85 }
    ✓     when:
    ✓       all:
    ✓         - { not: { standing: banned } }
    ✓         - { score: total, at-least: 85 }
          effect: { grants: 文明单位 }
        - { name: 不予命名, otherwise: yes }
    `),
  },
  "effect-idle": {
    severity: "warning",
    title: { zh: "对谁都不起作用的后果", en: "an effect that changes nothing for anybody" },
    why: {
      zh: "写了撤销、更换或延期，得到这条结果的单位却都没有这个称号：多半是条件写反了。",
      en: "It takes, changes or renews what no unit with that outcome holds. More often than not the condition is the wrong way round.",
    },
    mend: {
      zh: "核对结果的 when，或删去这一项后果。",
      en: "Look at the condition of the outcome, or delete that part of the effect.",
    },
    ...checkBoth(`
      titles:
        - { name: 文明单位, term: 3 years }
      indicators:
        - { id: work, name: 日常工作, points: 100, rule: marks }
      outcomes:
        - name: 命名
          when:
            all:
              - { not: { title: any } }
              - { score: total, at-least: 85 }
          effect: { grants: 文明单位 }
        - name: 撤销
    ✗     when:
    ✗       all:
    ✗         - { not: { title: any } }
    ✗         - { score: total, below: 60 }
    ✓     when: { all: [{ title: any }, { score: total, below: 60 }] }
          effect: { takes: any }
        - { name: 不变, otherwise: yes }
    `),
  },
} satisfies Partial<Pages>;
