import type { Text } from "../base/language.ts";
import { problem, quoted } from "./problem.ts";

/** What a rubric that reads and compiles may still have wrong in its parts. */
export const structureProblems = {
  scaleUnused: (name: string) =>
    problem(
      "scale-unused",
      "warning",
      { zh: `等级表“${quoted(name)}”没有指标使用`, en: `no indicator uses the scale "${quoted(name)}"` },
      {
        zh: "删去它，或在指标里写 scale: 它的名字",
        en: "remove it, or name it as the scale of an indicator",
      },
    ),

  // conditions
  conditionNever: (said: Text, limits: Text | undefined) =>
    problem(
      "condition-never",
      "warning",
      {
        zh: `没有单位能符合“${quoted(said.zh)}”${limits === undefined ? "" : `：${limits.zh}`}`,
        en: `no unit can meet "${quoted(said.en)}"${limits === undefined ? "" : `: ${limits.en}`}`,
      },
      {
        zh: "对照输入项允许的范围和可用的词，改正条件",
        en: "compare it with the limits and the words of the input, and mend the condition",
      },
    ),
  conditionClash: (one: Text, other: Text) =>
    problem(
      "condition-never",
      "warning",
      {
        zh: `没有单位能同时符合“${quoted(one.zh)}”和“${quoted(other.zh)}”`,
        en: `no unit can meet both "${quoted(one.en)}" and "${quoted(other.en)}"`,
      },
      {
        zh: "改正其中一个；只要符合一个的，把 all 改成 any",
        en: "mend one of them; where one is enough, write any instead of all",
      },
    ),
  conditionNotHere: (said: Text, whom: Text) =>
    problem(
      "condition-never",
      "warning",
      {
        zh: `这里只看符合“${quoted(whom.zh)}”的单位，其中没有能符合“${quoted(said.zh)}”的`,
        en: `this is for units that meet "${quoted(whom.en)}", none of which can meet "${quoted(said.en)}"`,
      },
      {
        zh: "改正这个条件，或改正所在指标、组的 applies-to",
        en: "mend this condition, or the applies-to of the indicator or group around it",
      },
    ),
  conditionOfNone: (kind: "veto" | "gate") =>
    problem(
      "condition-never",
      "warning",
      kind === "veto"
        ? {
            zh: "体系里没有否决事项，这个条件没有单位能符合",
            en: "the rubric has no vetoes: no unit can meet this",
          }
        : {
            zh: "体系里没有准入条件，这个条件没有单位能符合",
            en: "the rubric has no gates: no unit can meet this",
          },
      {
        zh: "在 vetoes 或 gates 里写出来，或删去这个条件",
        en: "write them under vetoes or gates, or take the condition out",
      },
    ),
  conditionAlways: (said: Text, limits: Text | undefined) =>
    problem(
      "condition-always",
      "warning",
      {
        zh: `只要有数据，单位都符合“${quoted(said.zh)}”${limits === undefined ? "" : `：${limits.zh}`}`,
        en: `every unit whose data are there meets "${quoted(said.en)}"${limits === undefined ? "" : `: ${limits.en}`}`,
      },
      {
        zh: "改正条件；确实不设条件的，删去它",
        en: "mend the condition; where none is meant, take it out",
      },
    ),
  conditionDuplicate: (said: Text, before: Text) =>
    problem(
      "condition-duplicate",
      "warning",
      said.zh === before.zh
        ? {
            zh: `“${quoted(said.zh)}”前面已经写了`,
            en: `"${quoted(said.en)}" stands here twice`,
          }
        : {
            zh: `“${quoted(said.zh)}”与前面的“${quoted(before.zh)}”是一回事`,
            en: `"${quoted(said.en)}" says the same as "${quoted(before.en)}" before it`,
          },
      {
        zh: "删去一个；本来要写别的条件的，改正它",
        en: "take one out; where another was meant, mend it",
      },
    ),
  conditionSuperfluous: (kind: "all" | "any", said: Text, because: Text | undefined) =>
    problem(
      "condition-superfluous",
      "warning",
      because === undefined
        ? {
            zh: `有了其余的条件，“${quoted(said.zh)}”不起作用`,
            en: `with the other conditions, "${quoted(said.en)}" makes no difference`,
          }
        : kind === "all"
          ? {
              zh: `符合“${quoted(because.zh)}”的都符合“${quoted(said.zh)}”，后者不起作用`,
              en: `whatever meets "${quoted(because.en)}" meets "${quoted(said.en)}", which makes no difference`,
            }
          : {
              zh: `符合“${quoted(said.zh)}”的都符合“${quoted(because.zh)}”，前者不起作用`,
              en: `whatever meets "${quoted(said.en)}" meets "${quoted(because.en)}": the first makes no difference`,
            },
      {
        zh: "删去它；要求更严或更宽的，核对界线，或看 all 与 any 是否写反",
        en: "take it out; or see whether a line is wrong, or all and any are the wrong way round",
      },
    ),
  conditionOfOne: (kind: "all" | "any") =>
    problem(
      "condition-of-one",
      "info",
      { zh: `${kind} 里只有一个条件`, en: `${kind} has a single condition inside` },
      {
        zh: `去掉 ${kind}，直接写这个条件；漏写了别的条件的，补上`,
        en: `write the condition without ${kind}; or add what is missing`,
      },
    ),
  conditionDoubleNot: () =>
    problem(
      "condition-double-not",
      "info",
      { zh: "not 里面又是 not，等于没有写", en: "not stands inside not, and the two cancel out" },
      { zh: "把两个 not 都删去", en: "take both out" },
    ),

  // figures by kind of unit
  caseNever: (said: Text) =>
    problem(
      "case-never",
      "warning",
      {
        zh: `符合“${quoted(said.zh)}”的单位都已归入前面的情形，这一条轮不到`,
        en: `an earlier case takes every unit that meets "${quoted(said.en)}": this one is never reached`,
      },
      {
        zh: "自上而下第一个符合的算数：把特殊的情形放在前面，或改正条件",
        en: "the first case that holds counts: put special cases first, or mend the condition",
      },
    ),
  caseMissing: (key: string) =>
    problem(
      "case-missing",
      "warning",
      {
        zh: `${key} 的各种情形没有包括所有的单位`,
        en: `the cases of ${key} leave some units out`,
      },
      {
        zh: "补上漏掉的情形，或在最后写 { otherwise: 数 }；否则遇到这样的单位就无法计分",
        en: "add the missing case, or end with { otherwise: number }; such a unit could not be scored",
      },
    ),

  // bands, curves and tables
  bandNever: (said: Text, limits: Text | undefined) =>
    problem(
      "band-never",
      "warning",
      {
        zh: `没有数能落在“${quoted(said.zh)}”这一档${limits === undefined ? "" : `：${limits.zh}`}`,
        en: `no figure can be ${quoted(said.en)}${limits === undefined ? "" : `: ${limits.en}`}`,
      },
      {
        zh: "核对这一档的界线和输入项允许的范围，改正写错的一个",
        en: "compare the edges of this band with the limits of the input, and mend what is wrong",
      },
    ),
  bandTaken: (said: Text, before: Text | undefined) =>
    problem(
      "band-never",
      "warning",
      before === undefined
        ? {
            zh: `“${quoted(said.zh)}”这一档轮不到：都先归入了前面各档`,
            en: `the bands before it take all that is ${quoted(said.en)}: this one is never reached`,
          }
        : {
            zh: `“${quoted(said.zh)}”这一档轮不到：都先归入了前面的“${quoted(before.zh)}”`,
            en: `the band "${quoted(before.en)}" before it takes all that is ${quoted(said.en)}: this one is never reached`,
          },
      {
        zh: "自上而下第一档符合的算数：把要求高的一档写在前面，或改正界线",
        en: "the first band that fits counts: put the most demanding one first, or mend the edges",
      },
    ),
  bandOverlap: (said: Text, before: Text) =>
    problem(
      "band-overlap",
      "warning",
      {
        zh: `“${quoted(said.zh)}”与前面的“${quoted(before.zh)}”有重叠，重叠的都归入前面一档`,
        en: `"${quoted(said.en)}" overlaps "${quoted(before.en)}" before it, which takes what they share`,
      },
      {
        zh: "写明界线上的数归哪一档：一档写 at-least（含），另一档写 below（不含）",
        en: "say which band has the figure on the edge: at-least in one, below in the other",
      },
    ),
  bandGap: (low: Text, high: Text, figure: string, worth: Text) =>
    problem(
      "band-gap",
      "warning",
      {
        zh: `“${quoted(low.zh)}”与“${quoted(high.zh)}”之间有空档，如 ${figure}，按 otherwise 只得 ${worth.zh}`,
        en: `between "${quoted(low.en)}" and "${quoted(high.en)}" figures are left out, such as ${figure}, which is worth ${worth.en}`,
      },
      {
        zh: "让相邻两档的界线接上，如 at-least: 80 与 below: 80；数只能是整数的，输入项写 type: count",
        en: "let the edges meet, such as at-least: 80 and below: 80; for whole numbers declare an input with type: count",
      },
    ),
  curvePointNever: (figure: string, limits: Text) =>
    problem(
      "curve-point-never",
      "warning",
      {
        zh: `折线的 ${figure} 这一点用不上：${limits.zh}`,
        en: `the point of the curve at ${figure} is never used: ${limits.en}`,
      },
      {
        zh: "核对这一点和输入项的 from、to，改正写错的一个",
        en: "compare the point with from and to of the input, and mend what is wrong",
      },
    ),
  tableRowNever: (key: string) =>
    problem(
      "table-row-never",
      "warning",
      {
        zh: `表中“${key}”这一行用不上：没有哪个条数轮到它`,
        en: `the row "${key}" of the table is never used: no number comes to it`,
      },
      {
        zh: "百分比按总数折成条数后，可能与另一行相同，或超过总数：核对这一行",
        en: "as a number of them all, a percentage may be that of another row, or too large: compare the rows",
      },
    ),
  tableMoreForFewer: (fewer: string, forFewer: Text, more: string, forMore: Text) =>
    problem(
      "table-more-for-fewer",
      "warning",
      {
        zh: `达到得少反而得分多：“${fewer}”给 ${forFewer.zh}，“${more}”给 ${forMore.zh}`,
        en: `fewer earn more: "${fewer}" gives ${forFewer.en}, "${more}" gives ${forMore.en}`,
      },
      { zh: "核对这两行，多半写反了", en: "compare the two rows: they may be the wrong way round" },
    ),

  // deductions, days and weights
  eachAbovePoints: (worth: string, points: string) =>
    problem(
      "each-above-points",
      "warning",
      {
        zh: `一次就是 ${worth} 分，比这一项的 ${points} 分还多，多出的不计`,
        en: `a single one is ${worth} points, more than the ${points} of the item: the rest never counts`,
      },
      {
        zh: "核对每次的分和这一项的分值，改正写错的一个",
        en: "compare the worth of one with the points of the item, and mend what is wrong",
      },
    ),
  lateFull: (late: string) =>
    problem(
      "late-full",
      "warning",
      {
        zh: `逾期的也得 ${late}，due 不起作用`,
        en: `what is late earns ${late}, so that due makes no difference`,
      },
      {
        zh: "逾期要少得的，改小 late；不论迟早都得的，把 due 写成最后期限",
        en: "write a smaller share; or make the last day the day that is due",
      },
    ),
  notAfterEarly: () =>
    problem(
      "not-after-early",
      "warning",
      {
        zh: "最后期限 not-after 不比期限 due 晚，逾期多久都按“超过最后期限”算",
        en: "the last day is not after the day that is due: there is no time in which anything is late",
      },
      { zh: "核对两个日期；不分逾期的，删去 not-after", en: "compare the two days, or take not-after out" },
    ),
  weightZero: (name: string) =>
    problem(
      "weight-zero",
      "warning",
      {
        zh: `“${quoted(name)}”占 0%，要报送却不起作用`,
        en: `"${quoted(name)}" weighs 0%: it must be handed in and makes no difference`,
      },
      { zh: "改正比例，或删去它", en: "mend the share, or take it out" },
    ),

  // what nothing reads
  keyWithoutEffect: (key: string, why: Text) =>
    problem(
      "key-without-effect",
      "warning",
      {
        zh: `“${quoted(key)}”在这里不起作用：${why.zh}`,
        en: `"${quoted(key)}" makes no difference here: ${why.en}`,
      },
      { zh: "删去它，或改正使它落空的那一处", en: "take it out, or mend what keeps it from counting" },
    ),
  inputUnused: (name: string) =>
    problem(
      "input-unused",
      "warning",
      {
        zh: `输入项“${quoted(name)}”没有指标、条件或推算使用`,
        en: `no indicator, condition or calculation uses the input "${quoted(name)}"`,
      },
      {
        zh: "在该用它的指标里写 input；不用的删去，数据里有这一列的写进 ignore",
        en: "name it with input where it belongs; or take it out, and list its column under ignore",
      },
    ),
  methodUnused: (name: string) =>
    problem(
      "method-unused",
      "warning",
      { zh: `测评方法“${quoted(name)}”没有指标使用`, en: `no indicator uses the method "${quoted(name)}"` },
      {
        zh: "在用这种方法的指标或组里写 method，或删去它",
        en: "write it as the method of an indicator or a group, or take it out",
      },
    ),
  tagUnused: (tag: string) =>
    problem(
      "tag-unused",
      "warning",
      {
        zh: `标签“${quoted(tag)}”没有条件使用，有没有这个标签都一样`,
        en: `no condition looks at the tag "${quoted(tag)}": it makes no difference`,
      },
      {
        zh: "在只测这类单位的项目里写 applies-to: { tag: … }，或删去它",
        en: "write applies-to: { tag: … } on what is for such units, or take it out",
      },
    ),
  unitsUnused: () =>
    problem(
      "units-unused",
      "info",
      {
        zh: "列出了单位的类别或标签，但没有指标、条件或分组看它：填什么都一样",
        en: "categories or tags of units are listed, but no indicator, condition or grouping looks at them: they make no difference",
      },
      {
        zh: "在该分开对待的地方写 applies-to、when 或 group-by；只为登记用的，可以留着",
        en: "write applies-to, when or group-by where units are to be told apart; where they are for the register alone, they may stay",
      },
    ),
  groupNoCategory: (group: string) =>
    problem(
      "groups-and-categories",
      "warning",
      {
        zh: `按类别分组，“${quoted(group)}”却不是类别：没有单位能在这一组`,
        en: `units are grouped by category, but "${quoted(group)}" is none: no unit can be in that group`,
      },
      {
        zh: "把它加进 units 的 categories，或从 groups 里删去",
        en: "add it to categories under units, or take it out of groups",
      },
    ),
  categoryNoGroup: (category: string) =>
    problem(
      "groups-and-categories",
      "warning",
      {
        zh: `按类别分组，groups 里却没有“${quoted(category)}”：这一类单位会被当作填错`,
        en: `units are grouped by category, but groups leaves out "${quoted(category)}": its units are refused`,
      },
      {
        zh: "把它加进 ranking 的 groups，或从 categories 里删去",
        en: "add it to groups under ranking, or take it out of categories",
      },
    ),
  vetoUnused: (name: string) =>
    problem(
      "veto-unused",
      "warning",
      {
        zh: `没有结果看否决项“${quoted(name)}”：发生了也不影响结果`,
        en: `no outcome looks at the veto "${quoted(name)}": it changes nothing when it happens`,
      },
      {
        zh: "在结果里写 when: { veto: any } 或 { veto: 它的编号 }，放在别的结果前面",
        en: "write an outcome with when: { veto: any }, or with its id, before the others",
      },
    ),
  gateUnused: (name: string) =>
    problem(
      "gate-unused",
      "warning",
      {
        zh: `没有结果看准入条件“${quoted(name)}”：达不到也不影响结果`,
        en: `no outcome looks at the gate "${quoted(name)}": a unit that does not meet it loses nothing`,
      },
      {
        zh: "在结果里写 when: { unmet-gate: any } 或 { unmet-gate: 它的编号 }，放在别的结果前面",
        en: "write an outcome with when: { unmet-gate: any }, or with its id, before the others",
      },
    ),
  termUnused: () =>
    problem(
      "term-unused",
      "warning",
      {
        zh: "写了本届的起止日期，但没有哪里按“本届”计",
        en: "the days of the term are given, but nothing counts by term",
      },
      {
        zh: "按本届计的事项写 within: term；不用的删去 term",
        en: "write within: term where events of the term count, or take the term out",
      },
    ),
  stepUnused: (step: string) =>
    problem(
      "step-unused",
      "warning",
      {
        zh: `等级“${quoted(step)}”没有哪一档、哪一行给`,
        en: `no band and no row gives the step "${quoted(step)}"`,
      },
      { zh: "补上漏掉的一档，或删去这一等级", en: "add the band that is missing, or take the step out" },
    ),
  eventWordNear: (word: string, near: string) =>
    problem(
      "event-word-near",
      "warning",
      {
        zh: `“${quoted(word)}”不在 events 声明的词里，而声明了的“${quoted(near)}”没有用到`,
        en: `"${quoted(word)}" is not among the words of events, and nothing reads "${quoted(near)}", which is`,
      },
      { zh: `是否想写“${quoted(near)}”？`, en: `did you mean "${quoted(near)}"?` },
    ),
  headingClash: (heading: string, use: string, clash: string) =>
    problem(
      "heading-clash",
      "warning",
      use === "ignore"
        ? {
            zh: `ignore 里的“${quoted(heading)}”也是“${quoted(clash)}”的列名，这一列的数据会被丢掉`,
            en: `"${quoted(heading)}" is ignored, but is also a heading of "${quoted(clash)}": its data would be lost`,
          }
        : {
            zh: `“${quoted(heading)}”作了 ${use} 列的列名，也是“${quoted(clash)}”的列名`,
            en: `"${quoted(heading)}" heads the column ${use}, and is also a heading of "${quoted(clash)}"`,
          },
      { zh: "给其中一个换个列名", en: "give one of them another heading" },
    ),

  // names
  noDuplicate: (no: string, line: number) =>
    problem(
      "no-duplicate",
      "warning",
      {
        zh: `序号“${quoted(no)}”与第 ${line} 行的重复`,
        en: `the number "${quoted(no)}" is also that of line ${line}`,
      },
      { zh: "对照文件改正序号", en: "compare with the paper and mend the number" },
    ),
  nameDuplicate: (name: string, line: number) =>
    problem(
      "name-duplicate",
      "warning",
      {
        zh: `“${quoted(name)}”与第 ${line} 行的同名，列名和报表里分不清`,
        en: `"${quoted(name)}" is also the name on line ${line}: headings and reports do not tell them apart`,
      },
      {
        zh: "给其中一个换个名称；重复写了的，删去一个",
        en: "give one of them another name; or take out what stands there twice",
      },
    ),
  nameShadowed: (name: string, id: string) =>
    problem(
      "name-shadowed",
      "warning",
      {
        zh: `列名写“${quoted(name)}”的一列，会归到编号为“${quoted(id)}”的另一项，不会归到这一项`,
        en: `a column headed "${quoted(name)}" goes to another item, the one with the id "${quoted(id)}", and not to this`,
      },
      {
        zh: "列名先认编号，再认序号，最后认名称：换个编号、序号或名称",
        en: "a heading is looked for among ids first, then numbers, then names: change one of them",
      },
    ),
} as const;

/** Why a key changes nothing. */
export const withoutEffect = {
  "no-word": { zh: "这项数据不是词（type: word）", en: "its values are no words (type: word)" },
  "no-number": { zh: "这项数据不是数", en: "its values are no numbers" },
  "no-sample": { zh: "没有写 sample，多少份都算够", en: "without sample, any number of sheets will do" },
  "no-groups": { zh: "group-by 写了不分组", en: "group-by makes no groups" },
  "no-input": { zh: "这条规则不读单独的一项数据", en: "this rule reads no input of its own" },
  "no-late": { zh: "没有写 late，逾期的本来就不得分", en: "without late, what is late earns nothing anyway" },
  "factor-one": { zh: "乘 1 等于没有乘", en: "a factor of 1 changes nothing" },
  "points-first": { zh: "不到这么多次，分值就已得满", en: "fewer times already come to the points" },
} as const;
