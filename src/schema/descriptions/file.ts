import type { Text } from "../../base/language.ts";
import type { ColumnRole, rubricSchema } from "../../rubric/schema.ts";
import type { DescribedKeys } from "../described.ts";
import {
  betterWords,
  blankWords,
  figureWords,
  liftWords,
  missingWords,
  notApplicableWords,
  roundWords,
  validText,
} from "./words.ts";

export const rubricText: Text = {
  zh: "测评体系。全部的键见 rubrics/README.md。",
  en: "A rubric. rubrics/README.md tells of every key.",
};

/** What parts equal units. */
const tieTexts = {
  score: { zh: "看哪个指标或组的得分。", en: "The score of this indicator or group." },
  input: { zh: "看哪个输入项。", en: "The value of this input." },
  better: {
    zh: "高的在前还是低的在前；默认 higher。",
    en: "Which comes first; the higher by default.",
    words: betterWords,
  },
  when: { zh: "只对这种单位；不写，对全部单位。", en: "For this kind of unit only; for all without it." },
  valid: validText,
} as const;

/** The keys of a rubric file. */
export const fileTexts: DescribedKeys<(typeof rubricSchema)["shape"]> = {
  ceping: { zh: "语言的版本，写 1。", en: "Version of the language: 1." },
  id: {
    zh: "体系的编号：字母、汉字、数字和 _ . -。",
    en: "Id of the rubric: letters of any script, digits and _ . -",
  },
  title: { zh: "体系的名称，印在报告上。", en: "Name of the rubric, printed on reports." },
  version: { zh: "体系的版本，如年度。", en: "Version of the rubric, such as its year." },
  source: { zh: "依据的文件。计分时不用。", en: "The paper it follows. Not used in scoring." },
  note: { zh: "给看文件的人看的话。计分时不用。", en: "For those who read the file. Not used in scoring." },
  valid: {
    ...validText,
    zh: "整个体系从哪天到哪天有效；--as-of 的日期要在其中。",
    en: "The days on which the whole rubric holds; the date of --as-of must be one of them.",
  },
  points: {
    zh: "总分，与各项合计核对。各类单位不同的，写成列表。",
    en: "Points of the whole, checked against the sum of the items. A list where they depend on the unit.",
  },
  total: {
    zh: "总分的上下限。",
    en: "Limits of the total.",
    keys: {
      floor: { zh: "总分不低于这个数。", en: "The total is never below this." },
      cap: { zh: "总分不高于这个数。", en: "The total is never above this." },
    },
  },
  rounding: {
    zh: "怎样修约。计算全程用分数，只在这里说的地方修约。",
    en: "How to round. All calculation is in fractions; rounding happens only where this says.",
    keys: {
      places: { zh: "保留几位小数，最多 30；默认 2。", en: "Decimal places, 30 at most; 2 by default." },
      mode: {
        zh: "怎样进位；默认 half-up。",
        en: "Which way to round; half-up by default.",
        words: {
          "half-up": { zh: "四舍五入", en: "a half goes up" },
          "half-even": {
            zh: "四舍六入五成双（GB/T 8170）",
            en: "a half goes to the even neighbour (GB/T 8170)",
          },
          up: { zh: "进一", en: "always up" },
          down: { zh: "去尾", en: "always down" },
        },
      },
      at: {
        zh: "在哪里修约；默认 total。",
        en: "Where to round; total by default.",
        words: {
          total: { zh: "只在总分", en: "the total only" },
          groups: { zh: "在各组", en: "each group" },
          terms: { zh: "在每个加数", en: "each term of each sum" },
        },
      },
      lines: {
        zh: "达标线看哪个数；默认 rounded。",
        en: "Which figure conditions look at; rounded by default.",
        words: figureWords,
      },
      ranks: {
        zh: "名次看哪个数；默认 rounded。",
        en: "Which figure ranks look at; rounded by default.",
        words: figureWords,
      },
    },
  },
  missing: {
    zh: "缺报怎样算；默认 finding。组和指标上可以另写。",
    en: "What a blank cell means; finding by default. Groups and indicators may say otherwise.",
    words: missingWords,
  },
  "not-applicable": {
    zh: "不适用怎样算；默认 renormalise。组和指标上可以另写。",
    en: "What becomes of points that do not apply; renormalise by default. Groups and indicators may say otherwise.",
    words: notApplicableWords,
  },
  units: {
    zh: "单位可用的类别和标签，写错的就能发现。",
    en: "The categories and tags that units may have, so that a wrong one is found.",
    keys: {
      categories: { zh: "可用的类别。", en: "The categories there are." },
      tags: { zh: "可用的标签。", en: "The tags there are." },
    },
  },
  ranking: {
    zh: "怎样排名。",
    en: "How units are ranked.",
    keys: {
      "group-by": {
        zh: "按哪一列分组，一列或几列；默认 group。写 [] 不分组。",
        en: "The column, or columns, that make groups; group by default. With [] there are none.",
      },
      groups: {
        zh: "各组的顺序；不在其中的组名是错误。",
        en: "The groups in their order; any other group is an error.",
      },
      better: {
        zh: "总分高的在前还是低的在前；默认 higher。",
        en: "Which total comes first; the higher by default.",
        words: betterWords,
      },
      ties: {
        zh: "总分相同的，依次看什么；都相同的并列。",
        en: "What breaks a tie, one after the other; units that stay equal share a rank.",
        keys: tieTexts,
      },
    },
  },
  columns: {
    zh: "数据里的列叫什么：写在这里的名称，代替工具认识的列名。",
    en: "What columns of the data are called, in place of the headings that the tool knows.",
  },
  ignore: {
    zh: "数据里不要的列。不写在这里的，对不上的列是错误。",
    en: "Columns of the data to leave out. Any other that matches nothing is an error.",
  },
  term: {
    zh: "本届从哪天到哪天；时间范围 term 指它。",
    en: "The term of office; the window term refers to it.",
    keys: {
      from: {
        zh: "第一天，如 2020-01-01；也可以是月份。",
        en: "The first day, such as 2020-01-01; or a month.",
      },
      to: {
        zh: "最后一天，如 2022-12-31；也可以是月份。",
        en: "The last day, such as 2022-12-31; or a month.",
      },
    },
  },
  phases: {
    zh: "同一体系的几轮测评。",
    en: "Several runs of this rubric.",
    keys: {
      list: { zh: "各轮的名称，按先后。", en: "The names of the runs, in order." },
      result: { zh: "以哪一轮为准。", en: "The run that counts." },
    },
  },
  titles: {
    zh: "本体系评定或看到的称号，由低到高。登记表的“称号”一栏用这些名字。",
    en: "The titles that the rubric grants or looks at, from the lowest up; the register names units' titles by them.",
    keys: {
      name: { zh: "称号的名称。", en: "The title." },
      note: { zh: "说明，不影响计算。", en: "A note without effect." },
      term: {
        zh: "有效期，如 2 years、3 年；不写就没有期限。",
        en: "How long it is held, such as 2 years; without it there is no end.",
      },
      requires: {
        zh: "授予时须已持有这个称号，或其中一个。",
        en: "One of these is held already when it is granted.",
      },
      excludes: { zh: "不能与这些称号并存。", en: "Titles that nobody may hold beside it." },
      "granted-by": {
        zh: "由谁授予；默认 rubric。",
        en: "Who grants it; the rubric by default.",
        words: {
          rubric: { zh: "由本体系的结果授予", en: "an outcome of this rubric" },
          others: { zh: "由上级或别的体系授予", en: "somebody else" },
        },
      },
    },
  },
  years: {
    zh: "以前各年怎样算数。",
    en: "How earlier years count.",
    keys: {
      continues: {
        zh: "接续的体系的编号：它们的历年成绩也算；本体系自己的总是算。",
        en: "Ids of earlier rubrics whose results count, too; its own always do.",
      },
      outcomes: {
        zh: "只在以前的体系里有的结果名称，供 earlier 使用。",
        en: "Outcomes that only earlier rubrics have, for earlier to name.",
      },
      every: { zh: "几年评一次；默认 1。", en: "Years from one assessment to the next; 1 by default." },
      results: {
        zh: "跨年成绩，如 15% + 25% + 60%。",
        en: "Results over years, such as 15% + 25% + 60%.",
        keys: {
          id: { zh: "编号，条件和名额里用。", en: "Its id, for conditions and quotas." },
          name: { zh: "名称，写进理由。", en: "Its name in reasons." },
          weights: {
            zh: "几年前（0 是本年）: 百分比，合计 100%。",
            en: "How long ago (0 is this year): percentage; they add up to 100%.",
          },
          mean: { zh: "连本年共几年的平均。", en: "The mean of so many years, this one among them." },
          missing: {
            zh: "缺一年的怎样算；默认 finding。",
            en: "What a missing year means; finding by default.",
            words: {
              finding: { zh: "提出错误", en: "an error" },
              renormalise: { zh: "按其余各年的比例折算", en: "the other years count in proportion" },
            },
          },
        },
      },
    },
  },
  events: {
    zh: "事项文件里可用的词；规则和条件里出现过的不必写。",
    en: "Words that a file of events may use; those in rules and conditions need not be declared.",
    keys: {
      kinds: { zh: "可用的事项。", en: "Kinds of event." },
      levels: { zh: "可用的级别。", en: "Levels." },
      circumstances: { zh: "可用的情节。", en: "Circumstances." },
    },
  },
  methods: {
    zh: "全部测评方法；指标里写错名字就能发现。",
    en: "All methods of assessment, so that a wrong name in an indicator is found.",
  },
  scales: {
    zh: "几个指标共用的等级表，各有名字。",
    en: "Scales of steps that several indicators share, each with a name.",
  },
  inputs: {
    zh: "输入项：几个指标共用的、由别的数算出的、来自登记表的、条件里要看的数。键是它的编号。",
    en: "Inputs: what several indicators share, what is computed, what the register has, what conditions look at. The key is the id.",
  },
  indicators: {
    zh: "指标和组，按文件上的顺序。有 rule 的是指标，有 indicators 的是组，可以套任意多级。",
    en: "Indicators and groups, in the order of the paper. An indicator has a rule, a group has indicators; they nest to any depth.",
  },
  gates: {
    zh: "准入条件。",
    en: "Gates: what a unit must meet whatever its score.",
    keys: {
      missing: {
        zh: "没有填的怎样算；默认 finding。",
        en: "What a blank means; finding by default.",
        words: blankWords,
      },
      list: {
        zh: "各个准入条件。每个有自己的一列，填是或否；写了 requires 的从别的数据判断。",
        en: "The gates. Each has a column of its own for yes or no, unless requires judges it by other data.",
        keys: {
          id: { zh: "编号，也是列名。", en: "Its id, which heads its column." },
          no: { zh: "文件上的序号；默认是编号。", en: "Its number on paper; its id by default." },
          name: { zh: "名称，也能作列名。", en: "Its name, which may head its column." },
          requires: { zh: "要满足的条件。", en: "The condition to be met." },
          valid: validText,
        },
      },
    },
  },
  vetoes: {
    zh: "一票否决的事项。",
    en: "Vetoes: what bars a unit whatever its score.",
    keys: {
      missing: {
        zh: "没有填的怎样算；默认 finding。",
        en: "What a blank means; finding by default.",
        words: blankWords,
      },
      list: {
        zh: "各个否决事项。每个有自己的一列，填“是”就是发生了；写了 when 的从别的数据判断。",
        en: "The vetoes. Each has a column of its own, where yes means that it happened, unless when judges it by other data.",
        keys: {
          id: { zh: "编号，也是列名。", en: "Its id, which heads its column." },
          no: { zh: "文件上的序号；默认是编号。", en: "Its number on paper; its id by default." },
          name: { zh: "名称，也能作列名。", en: "Its name, which may head its column." },
          when: { zh: "什么时候算发生了。", en: "When it has happened." },
          valid: validText,
        },
      },
    },
  },
  outcomes: {
    zh: "结果，自上而下，第一条符合的算数。",
    en: "Outcomes; from top to bottom, the first that holds counts.",
    keys: {
      name: { zh: "结果的名称；同一个名称可以写几条。", en: "The outcome. A name may stand more than once." },
      no: {
        zh: "条款号，印在理由里；默认 1、2、3……",
        en: "The clause, printed with the reason; 1, 2, 3 and so on by default.",
      },
      because: { zh: "写进报告的理由。", en: "The reason given in the report." },
      when: { zh: "什么时候得这个结果。", en: "When a unit has this outcome." },
      otherwise: {
        zh: "最后一条写 yes：前面各条都不符合的。",
        en: "On the last one, yes: for units that none of those above holds for.",
        words: {
          yes: { zh: "其余的都得这个结果", en: "all the rest have this outcome" },
          no: { zh: "看 when", en: "when decides" },
        },
      },
      quota: {
        zh: "名额：符合的单位里按名次取几个；没有取到的看后面的条款。",
        en: "How many of those it fits may have it, by rank; the others go on to the rules below.",
        keys: {
          most: { zh: "至多几个。", en: "So many at most." },
          share: { zh: "至多百分之几，of 说明是谁的。", en: "At most this share; of says of how many." },
          of: {
            zh: "谁的百分比：group 本组全部单位，eligible 符合这一条的单位，或者符合一个条件的单位。",
            en: "Of how many: group (all units of the group), eligible (those whom the rule fits), or those whom a condition fits.",
            words: {
              group: { zh: "本组全部单位", en: "all units of the group" },
              eligible: { zh: "符合这一条的单位", en: "those whom the rule fits" },
            },
          },
          round: {
            zh: "百分比折成几个时怎样取整；默认 down。",
            en: "How the share becomes a number; down by default.",
            words: roundWords,
          },
          per: {
            zh: "名额按组还是合在一起；默认 group。",
            en: "Whether each group has its own places; group by default.",
            words: {
              group: { zh: "每组各有名额", en: "each group has its own" },
              all: { zh: "各组合用", en: "all groups share them" },
            },
          },
          from: {
            zh: "从哪一头取；默认 best。",
            en: "From which end; best by default.",
            words: {
              best: { zh: "从前往后", en: "the best first" },
              worst: { zh: "从后往前", en: "the worst first" },
            },
          },
          by: {
            zh: "按哪个跨年成绩排；不写按名次。",
            en: "The result over years to go by; the ranking without it.",
          },
          "tie-break": {
            zh: "名次仍相同的，再按这些分先后。",
            en: "What parts those whom the ranking leaves equal.",
            keys: tieTexts,
          },
          tie: {
            zh: "几个单位并列在最后一个名额上时怎么办。",
            en: "What becomes of units that are level on the last place.",
            words: {
              none: { zh: "都不取", en: "none of them has it" },
              all: { zh: "都取", en: "all of them have it" },
              refer: { zh: "另给 refer 写的结果，交人工研究", en: "they have the outcome under refer" },
            },
          },
          refer: { zh: "并列时的结果名称，如 提请研究。", en: "The outcome of those who are level." },
        },
      },
      effect: {
        zh: "得了这个结果以后称号怎样变。",
        en: "What follows for the titles.",
        keys: {
          grants: {
            zh: "授予这些称号，有效期从基准日算起。",
            en: "Grants these titles; their term begins on the reference date.",
          },
          takes: { zh: "撤销这些称号；any 是全部。", en: "Takes these titles away; any stands for each." },
          changes: {
            zh: "以新换旧：原称号: 新称号；新称号写 none 就是不再有。",
            en: "Replaces titles, old: new; none in place of the new one takes the old away.",
          },
          renews: {
            zh: "延续这些称号，再加一个有效期；any 是全部。",
            en: "Renews these titles for another term; any stands for each.",
          },
          suspends: { zh: "停牌多久，如 1 year。", en: "Suspends for so long, such as 1 year." },
          bans: { zh: "多久不得申报，如 2 years。", en: "May not apply for so long, such as 2 years." },
          rectify: {
            zh: "多久之内整改，如 6 months。",
            en: "Must put things right within so long, such as 6 months.",
          },
          lifts: {
            zh: "提前解除。",
            en: "Ends it before its day.",
            words: liftWords,
          },
        },
      },
      final: {
        zh: "写 yes：这个结果以后不再变化，是有意的。",
        en: "With yes, nothing is meant to come after it.",
        words: {
          yes: { zh: "有意到此为止", en: "the end is meant" },
          no: { zh: "以后还会变", en: "something may come after it" },
        },
      },
      valid: validText,
    },
  },
  check: {
    zh: "ceping check 怎样看这个体系。",
    en: "How ceping check looks at this rubric.",
    keys: {
      severity: {
        zh: "改变一种提示的轻重：编号和 error、warning 或 info。ceping explain --list 列出全部编号。",
        en: "How much a finding weighs: its code, and error, warning or info. ceping explain --list lists the codes.",
        words: {
          error: { zh: "错误", en: "an error" },
          warning: { zh: "警告", en: "a warning" },
          info: { zh: "提示", en: "a remark" },
        },
      },
    },
  },
};

/** The columns that the tool knows. */
export const columnTexts: Readonly<Record<ColumnRole, Text>> = {
  unit: { zh: "单位的代码或名称。", en: "Code or name of the unit." },
  code: { zh: "单位代码。", en: "Code of the unit." },
  name: { zh: "单位名称。", en: "Name of the unit." },
  group: { zh: "组别，默认按它分组。", en: "Group; ranks are made within it by default." },
  category: { zh: "单位类别。", en: "Category of the unit." },
  tags: {
    zh: "标签，几个之间用分号、逗号、顿号、竖线或空格隔开。",
    en: "Tags, parted by a semicolon, a comma, a bar or a space.",
  },
  headcount: { zh: "职工人数。", en: "Number of staff." },
  region: { zh: "地区。", en: "Region." },
  system: { zh: "系统。", en: "System that the unit belongs to." },
  level: { zh: "级别。", en: "Level of the unit or event." },
  title: {
    zh: "评定之前持有的称号，几个之间隔开。",
    en: "Titles held before the decision, parted like tags.",
  },
  since: { zh: "称号的授予日期，与称号一一对应。", en: "The day each title was granted." },
  expires: { zh: "称号的有效期至，与称号一一对应。", en: "The last day of each title." },
  status: {
    zh: "单位状态：正常、并入、拆分、撤并、更名。",
    en: "What has become of the unit: active, merged, split, closed or renamed.",
  },
  "status-date": { zh: "状态变更的日期。", en: "The day its status changed." },
  into: { zh: "并入、拆分或更名后的单位。", en: "The unit that has taken over from it." },
  former: {
    zh: "原单位代码，与历年成绩对应。",
    en: "Its former code, under which its earlier results stand.",
  },
  "suspended-until": { zh: "停牌的最后一天。", en: "The last day of its suspension." },
  "banned-until": { zh: "禁止申报的最后一天。", en: "The last day on which it may not apply." },
  "rectify-by": { zh: "整改期限。", en: "The day by which things must be put right." },
  indicator: { zh: "长表里的指标。", en: "The indicator, in long tables." },
  value: { zh: "长表里的值。", en: "The value, in long tables." },
  method: { zh: "测评方法。", en: "Method of assessment." },
  assessor: { zh: "测评员。", en: "Assessor." },
  site: { zh: "点位。", en: "Site." },
  period: { zh: "时期：年或月。", en: "Period: a year or month." },
  phase: { zh: "阶段：哪一轮测评。", en: "Which run of the rubric." },
  sheet: { zh: "问卷编号，不计分。", en: "Number of the survey sheet, not scored." },
  date: { zh: "事项的日期。", en: "Day of the event." },
  kind: { zh: "是哪种事项。", en: "Kind of event." },
  matter: { zh: "事由。", en: "The matter an event is about." },
  circumstance: { zh: "情节。", en: "Circumstances of an event." },
  count: { zh: "次数，空着是 1。", en: "How many times; blank is 1." },
  note: { zh: "备注，不计分。", en: "A note, not scored." },
};
