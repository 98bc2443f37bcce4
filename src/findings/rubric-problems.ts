import { problem, quoted } from "./problem.ts";

const scopeHints: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  unit: {
    zh: "分值和适用范围只能看单位的类别、标签和登记表的列",
    en: "points and applicability may depend on the unit's category, tags and register columns only",
  },
  data: {
    zh: "指标的规则只能看输入项和事项；看得分的条件写在 gates、vetoes 或 outcomes 里",
    en: "the rule of an indicator looks at inputs and events only; conditions on scores belong in gates, vetoes or outcomes",
  },
};

/** What can be wrong with the rules, inputs and conditions of a rubric. */
export const rubricProblems = {
  // rules
  ruleMissing: (name: string) =>
    problem(
      "rule-missing",
      "error",
      {
        zh: `“${quoted(name)}”既没有规则（rule），也没有下级指标（indicators）`,
        en: `"${quoted(name)}" has neither a rule nor indicators inside`,
      },
      {
        zh: "写上 rule: marks（直接打分）等规则，或写出下级 indicators",
        en: "add a rule such as rule: marks (marks given directly), or indicators below it",
      },
    ),
  clausesOrCount: () =>
    problem(
      "clauses-or-count",
      "error",
      {
        zh: "k-of-n 要写 clauses（逐条）或 of（只报条数），二者取一",
        en: "k-of-n needs either clauses (one by one) or of (only their number)",
      },
      {
        zh: "逐条报送的写 clauses，只报条数的写“of: 总条数”",
        en: 'write clauses where each is handed in, "of: number of clauses" where only their count is',
      },
    ),
  clausesAndCount: (key: string) =>
    problem(
      "clauses-or-count",
      "error",
      {
        zh: `k-of-n 已经写了 clauses，“${key}”不起作用`,
        en: `"${key}" counts for nothing beside clauses`,
      },
      {
        zh: "逐条报送的只写 clauses，有几条就是几条；只报条数的去掉 clauses，留下 of；数点位、月份的留下 per",
        en: "where each clause is handed in, clauses alone say how many there are; otherwise keep of, or per, and leave clauses out",
      },
    ),
  tableKey: (key: string, most: number) =>
    problem(
      "table-key",
      "error",
      {
        zh: `表中的“${quoted(key)}”应是 0 到 ${most} 的条数`,
        en: `"${quoted(key)}" in the table should be a number of clauses from 0 to ${most}`,
      },
      {
        zh: "表里每行写“条数: 分值或等级”，如“3: A”",
        en: 'write "number of clauses: points or grade" in each line, such as "3: A"',
      },
    ),
  bandWithoutEdge: () =>
    problem(
      "band-without-edge",
      "error",
      { zh: "这一档没有写界线", en: "this band has no edge" },
      {
        zh: "写 at-least、above、at-most 或 below；其余情形写 otherwise",
        en: "write at-least, above, at-most or below; for all the rest write otherwise",
      },
    ),
  curveOrder: () =>
    problem(
      "curve-order",
      "error",
      {
        zh: "曲线各点要按 at 从小到大排列",
        en: "the points of a curve must go from small to large",
      },
      { zh: "从最小的 at 写起，不要重复", en: "begin with the smallest at, and give none twice" },
    ),
  methodAndMethods: () =>
    problem(
      "method-and-methods",
      "error",
      {
        zh: "method 与 methods 只能写一个",
        en: "write either method or methods",
      },
      {
        zh: "只有一种方法的写 method，同一条由几种方法各评一次的写 methods",
        en: "write method where there is one, methods where several judge the same item",
      },
    ),
  combineMissing: () =>
    problem(
      "combine-missing",
      "error",
      {
        zh: "同一条有几种测评方法，却没说怎样合成",
        en: "several methods judge one item, but not how they combine",
      },
      {
        zh: "写 combine: least（取低）、greatest（取高）或 mean（平均），或在 methods 里写各方法的百分比",
        en: "write combine: least, greatest or mean, or give each of the methods a percentage",
      },
    ),
  combineAndWeights: () =>
    problem(
      "combine-and-weights",
      "error",
      {
        zh: "methods 已写了百分比，不能再写 combine",
        en: "the methods have percentages: combine cannot stand beside them",
      },
      {
        zh: "删去 combine，或把 methods 改成不带百分比的列表",
        en: "take combine out, or make methods a list without percentages",
      },
    ),
  combineWithoutMethods: () =>
    problem(
      "combine-without-methods",
      "error",
      { zh: "只有一种方法，combine 没有用处", en: "combine has no use with one method" },
      {
        zh: "写出 methods: [甲, 乙]，或删去 combine",
        en: "write methods: [one, another], or take combine out",
      },
    ),
  meanOnGroup: () =>
    problem(
      "mean-on-group",
      "error",
      {
        zh: "整组不涉及时不能取其他单位的平均",
        en: "a group that may not apply as a whole cannot take the mean of other units",
      },
      { zh: "把 not-applicable: mean 写在各指标上", en: "write not-applicable: mean on the indicators" },
    ),

  // inputs
  inputCircle: (ids: readonly string[]) =>
    problem(
      "input-circle",
      "error",
      {
        zh: `输入项互相推算，绕成了圈：${ids.join(" → ")}`,
        en: `these inputs are computed from each other in a circle: ${ids.join(" → ")}`,
      },
      {
        zh: "其中至少有一项要直接来自报送数据：去掉它的推算",
        en: "at least one of them must be handed in: take out how it is computed",
      },
    ),
  inputSources: (given: readonly string[]) =>
    problem(
      "input-sources",
      "error",
      {
        zh: `一个输入项只能有一个来源，这里写了 ${given.join("、")}`,
        en: `an input has one source, but here are ${given.join(", ")}`,
      },
      { zh: "留下一个，删去其余的", en: "keep one and take out the others" },
    ),
  inputNotNumber: (id: string) =>
    problem(
      "input-not-number",
      "error",
      {
        zh: `“${id}”不是数，不能参加推算`,
        en: `"${id}" is not a number and cannot be computed with`,
      },
      {
        zh: "只有 number、count、percent 类型的输入项可以推算",
        en: "only inputs of type number, count or percent can be computed with",
      },
    ),
  inputKind: (id: string, found: string, wanted: string) =>
    problem(
      "input-kind",
      "error",
      {
        zh: `输入项“${id}”的类型是 ${found}，本规则需要 ${wanted}`,
        en: `the input "${id}" is of type ${found}, but this rule needs ${wanted}`,
      },
      { zh: "改这个输入项的 type，或换一条规则", en: "change the type of the input, or use another rule" },
    ),
  inputOfSeveralMethods: (id: string) =>
    problem(
      "input-several-methods",
      "error",
      { zh: `几种方法不能共用一个输入项“${id}”`, en: `several methods cannot share the one input "${id}"` },
      {
        zh: "删去 input，各方法的数据以“编号@方法”为列名",
        en: 'take input out: each method has its own column "id@method"',
      },
    ),

  // conditions and outcomes
  conditionSubject: (found: readonly string[]) =>
    problem(
      "condition-subject",
      "error",
      found.length === 0
        ? { zh: "这个条件没说比较什么", en: "this condition does not say what it is about" }
        : {
            zh: `一个条件只能说一件事，这里写了 ${found.join("、")}`,
            en: `a condition is about one thing, but here are ${found.join(", ")}`,
          },
      {
        zh: "写 input、score、category、tag、column、event、veto、unmet-gate 之一；几个条件用 all 或 any 连接",
        en: "write one of input, score, category, tag, column, event, veto, unmet-gate; join several with all or any",
      },
    ),
  conditionOperator: (subject: string, allowed: readonly string[]) =>
    problem(
      "condition-operator",
      "error",
      {
        zh: `关于“${subject}”的条件要有一个比较（只能一个）`,
        en: `the condition on "${subject}" needs one comparison, and only one`,
      },
      { zh: `可用的有：${allowed.join("、")}`, en: `allowed are: ${allowed.join(", ")}` },
    ),
  conditionKey: (key: string, subject: string, allowed: readonly string[]) =>
    problem(
      "condition-key",
      "error",
      {
        zh: `看“${subject}”的条件里，“${quoted(key)}”不起作用`,
        en: `in a condition on "${subject}", "${quoted(key)}" says nothing`,
      },
      allowed.length === 0
        ? {
            zh: `“${subject}”旁边不能再写别的键：删去它`,
            en: `nothing stands beside "${subject}": take it out`,
          }
        : {
            zh: `删去它；“${subject}”旁边可用的有：${allowed.join("、")}`,
            en: `take it out; beside "${subject}" are allowed: ${allowed.join(", ")}`,
          },
    ),
  conditionScope: (subject: string, scope: string) =>
    problem(
      "condition-scope",
      "error",
      { zh: `这里的条件不能用“${subject}”`, en: `a condition here cannot be about "${subject}"` },
      scopeHints[scope] ?? {
        zh: "先判否决事项，再判准入条件，最后定结果：前面的条件不能看后面的",
        en: "vetoes are judged first, then gates, then outcomes: none can look at one that comes later",
      },
    ),
  outcomeRule: (name: string) =>
    problem(
      "outcome-rule",
      "error",
      {
        zh: `结果“${name}”要写 when 或 otherwise: yes，二者取一`,
        en: `the outcome "${name}" needs either when or otherwise: yes`,
      },
      {
        zh: "有条件的写 when；其余情形写在最后一条，用 otherwise: yes",
        en: "write when with a condition; the last one, for all the rest, has otherwise: yes",
      },
    ),
  tieSubject: () =>
    problem(
      "tie-subject",
      "error",
      {
        zh: "并列时的先后依据要写 score 或 input，二者取一",
        en: "a tie-break needs either score or input",
      },
      {
        zh: "写成“- { score: 指标编号 }”或“- { input: 输入项 }”",
        en: 'write "- { score: id of an indicator }" or "- { input: name of an input }"',
      },
    ),
};
