import type { Text } from "../../base/language.ts";
import type { ColumnRole, rubricSchema } from "../../rubric/schema.ts";
import type { DescribedKeys } from "../described.ts";
import {
  betterWords,
  blankWords,
  figureWords,
  missingWords,
  notApplicableWords,
  validText,
} from "./words.ts";

export const rubricText: Text = {
  zh: "测评体系。全部的键见 rubrics/README.md。",
  en: "A rubric. rubrics/README.md tells of every key.",
};

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
      places: { zh: "保留几位小数；默认 2。", en: "Decimal places; 2 by default." },
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
        keys: {
          score: { zh: "看哪个指标或组的得分。", en: "The score of this indicator or group." },
          input: { zh: "看哪个输入项。", en: "The value of this input." },
          better: {
            zh: "高的在前还是低的在前；默认 higher。",
            en: "Which comes first; the higher by default.",
            words: betterWords,
          },
          valid: validText,
        },
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
