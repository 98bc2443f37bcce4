import { flatMap } from "../base/flat-map.ts";
import {
  compare,
  equals,
  formatExact,
  isNegative,
  multiply,
  parseDecimal,
  parseNumber,
  type Rational,
  rational,
  sum,
  zero,
} from "../base/rational.ts";
import { problems } from "../findings/catalog.ts";
import { checkPercent, compileCondition } from "./compile-condition.ts";
import { addInput, type Context, resolve } from "./compile-context.ts";
import { comesToNumber, compileDue, compileReductions, compileWindow } from "./compile-several.ts";
import type { Path } from "./document.ts";
import { numberProblem, referenceProblem, seenAs } from "./misread.ts";
import type { Award, BandPlan, ClausePlan, Condition, Figure, InputPlan, InputType, Rule } from "./plan.ts";
import { type ClauseNode, type Figured, type FigureNode, type LeafNode, numericOperators } from "./schema.ts";

/** A rule with the inputs it reads, as slots, for one method. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly inputs: readonly number[];
}

/** Points as written, one number, where they do not depend on the kind of unit. */
export const constantOf = (figure: Figure | undefined): Rational | undefined =>
  figure?.length === 1 && figure[0]?.when === undefined ? figure[0]?.value : undefined;

export function compileFigure(
  context: Context,
  node: FigureNode,
  path: Path,
  of: "points" | "share" = path.at(-1) === "target" ? "share" : "points",
): Figure {
  const isPoints = of === "points";
  return flatMap(node, (item, index) => {
    const at = [...path, index];
    const { when, otherwise } = item;
    const value = otherwise ?? item.value;
    const complete =
      otherwise === undefined
        ? when !== undefined || node.length === 1
        : when === undefined && item.value === undefined;
    if (value === undefined || !complete) {
      context.report(at, problems.figureCase());
      return [];
    }
    if (otherwise !== undefined && index < node.length - 1) context.report(at, problems.otherwiseNotLast());
    // A figure that is one for all units is read as a list of one case, but does not stand in a list.
    if (isPoints) checkPoints(context, value, at);
    return [{ when: when && compileCondition(context, when, [...at, "when"], "unit"), value: value.value }];
  });
}

/** Points and numbers of times are no percentages: of what, nobody has said. */
export function checkPoints(context: Context, figured: Figured | undefined, path: Path): void {
  if (figured?.percent === true)
    context.report(path, problems.pointsPercent(figured.text, formatExact(figured.value)));
}

type ScaleNode = string | Readonly<Record<string, Figured>>;

/** The steps of a scale named or written in place. */
function compileScale(
  context: Context,
  node: ScaleNode | undefined,
  path: Path,
): ReadonlyMap<string, Award> | undefined {
  if (node === undefined) return undefined;
  const scales = new Map(Object.entries(context.rubric.scales ?? {}));
  const steps = typeof node === "string" ? resolve(context, path, "scale", node, scales) : node;
  return new Map(
    Object.entries(steps ?? {}).map(([step, { value, percent }]) => [step, { share: percent, value, step }]),
  );
}

/** A step of the scale where there is one, otherwise a share (`66%`) or points. */
function compileAward(
  context: Context,
  text: string | undefined,
  scale: ReadonlyMap<string, Award> | undefined,
  path: Path,
): Award {
  if (text === undefined) return { share: false, value: zero, step: undefined };
  if (scale !== undefined) {
    const step = scale.get(text);
    if (step !== undefined) return step;
    context.report(path, referenceProblem("step", text, [...scale.keys()]));
    return { share: false, value: zero, step: undefined };
  }
  const value = parseNumber(text);
  if (value === undefined) context.report(path, numberProblem(text));
  else if (isNegative(value)) context.report(path, problems.rubricNegative(text));
  return { share: text.endsWith("%"), value: value ?? zero, step: undefined };
}

const anyNumber = (kind: "number" | "count" | "percent"): InputType => ({
  kind,
  least: zero,
  most: undefined,
});

/** The rule of an indicator for one of its methods. `points` are those of the indicator, where constant. */
export function compileRule(
  context: Context,
  node: LeafNode,
  path: Path,
  points: Rational | undefined,
  method: string | undefined,
  several: boolean,
): CompiledRule {
  const single = (type: InputType): InputPlan => ownInput(context, node, path, type, method, several);
  const figure = (figureNode: FigureNode, key: string): Figure =>
    compileFigure(context, figureNode, [...path, key]);
  switch (node.rule) {
    case "marks": {
      checkPoints(context, node["out-of"], [...path, "out-of"]);
      const most = node["out-of"]?.value ?? points;
      const input = single({ kind: "number", least: zero, most });
      return { rule: { kind: "marks", outOf: node["out-of"]?.value }, inputs: [input.index] };
    }
    case "clauses":
    case "all-or-nothing": {
      const { clauses, inputs } = compileClauses(context, node, node.clauses, path, method, several);
      if (node.rule === "clauses") checkClausePoints(context, node.name, points, clauses, path);
      return { rule: { kind: node.rule, clauses }, inputs };
    }
    case "grade": {
      const scale = compileScale(context, node.scale, [...path, "scale"]) ?? new Map();
      const input = single({ kind: "word", words: [...scale.keys()] });
      return { rule: { kind: "grade", scale }, inputs: [input.index] };
    }
    case "k-of-n":
      return compileKOfN(context, node, path, method, several);
    case "bands":
      return compileBands(context, node, path, single);
    case "threshold": {
      const when = compileCondition(context, node.when, [...path, "when"], "data");
      const otherwise = compileAward(context, node.otherwise, undefined, [...path, "otherwise"]);
      return { rule: { kind: "threshold", when, otherwise }, inputs: inputsOf(when) };
    }
    case "deduct-per-missing": {
      const input = single(anyNumber("count"));
      return {
        rule: { kind: node.rule, due: figure(node.due, "due"), each: figure(node.each, "each") },
        inputs: [input.index],
      };
    }
    case "deduct-per-fault": {
      const input = single(anyNumber("count"));
      return { rule: { kind: node.rule, each: figure(node.each, "each") }, inputs: [input.index] };
    }
    case "deduct-per-point-short": {
      const input = single(anyNumber("percent"));
      checkFigurePercent(context, node.target, [...path, "target"], input);
      const target = figure(node.target, "target");
      const each = figure(node.each, "each");
      return {
        rule: { kind: node.rule, target, each, partPoints: node["part-points"] },
        inputs: [input.index],
      };
    }
    case "proportional": {
      const percent = node.target.some((item) => (item.value ?? item.otherwise)?.percent);
      const input = single(anyNumber(percent ? "percent" : "number"));
      checkFigurePercent(context, node.target, [...path, "target"], input);
      const target = figure(node.target, "target");
      if (target.some(({ value }) => compare(value, zero) === 0))
        context.report([...path, "target"], problems.targetZero());
      return { rule: { kind: node.rule, target }, inputs: [input.index] };
    }
    case "curve": {
      const input = single(anyNumber(node.curve.some(({ at }) => at.percent) ? "percent" : "number"));
      node.curve.forEach(({ at, points: reached }, index) => {
        checkPoints(context, reached, [...path, "curve", index, "points"]);
        checkPercent(context, [...path, "curve", index, "at"], input, at);
        const before = node.curve[index - 1];
        if (before !== undefined && compare(before.at.value, at.value) >= 0)
          context.report([...path, "curve", index], problems.curveOrder());
      });
      return {
        rule: {
          kind: "curve",
          curve: node.curve.map(({ at, points: reached }) => ({ at: at.value, points: reached.value })),
        },
        inputs: [input.index],
      };
    }
    case "min-max": {
      const input = single(anyNumber("number"));
      return {
        rule: {
          kind: "min-max",
          better: node.better ?? "higher",
          over: node.over ?? "group",
          ifEqual: node["if-equal"] ?? "full",
        },
        inputs: [input.index],
      };
    }
    case "fixed":
      return { rule: { kind: "fixed" }, inputs: [] };
    case "once":
      return { rule: { kind: "once" }, inputs: [single({ kind: "yes-no" }).index] };
    case "each-time": {
      const input = single(anyNumber("count"));
      return {
        rule: { kind: "each-time", each: figure(node.each, "each"), times: node.times },
        inputs: [input.index],
      };
    }
    case "on-time": {
      const due = compileDue(context, node.due, [...path, "due"]);
      const latest = node["not-after"];
      const notAfter = latest === undefined ? undefined : compileDue(context, latest, [...path, "not-after"]);
      return {
        rule: { kind: "on-time", due, late: node.late ?? zero, notAfter },
        inputs: [single({ kind: "date" }).index],
      };
    }
    case "events":
      return compileEvents(context, node, path);
    default:
      return node satisfies never;
  }
}

function checkFigurePercent(context: Context, node: FigureNode, path: Path, input: InputPlan): void {
  for (const item of node) {
    for (const figured of [item.value, item.otherwise]) {
      if (figured !== undefined) checkPercent(context, path, input, figured);
    }
  }
}

const kindOfInput: Record<InputType["kind"], "number" | "yes-no" | "word" | "date"> = {
  date: "date",
  number: "number",
  count: "number",
  percent: "number",
  "yes-no": "yes-no",
  word: "word",
};

/** The input an indicator reads: the one it names, the one declared under its id, or one of its own. */
function ownInput(
  context: Context,
  node: LeafNode,
  path: Path,
  type: InputType,
  method: string | undefined,
  several: boolean,
): InputPlan {
  const named = node.input ?? node.id;
  const declared = context.rubric.inputs?.[named] === undefined ? undefined : context.inputsById.get(named);
  if (declared !== undefined && !several) {
    const found = comesToNumber(declared) ? "number" : kindOfInput[declared.type.kind];
    if (compileReductions(context, node, path).length > 0)
      context.report(path, problems.reductionOnDeclared(named));
    if (found !== kindOfInput[type.kind]) {
      context.report(
        node.input === undefined ? path : [...path, "input"],
        problems.inputKind(named, declared.type.kind, type.kind),
      );
    }
    return declared;
  }
  if (declared !== undefined) context.report([...path, "methods"], problems.inputOfSeveralMethods(named));
  else if (node.input !== undefined)
    resolve(context, [...path, "input"], "input", node.input, context.inputsById);
  const suffix = several ? `@${method}` : "";
  const names = flatMap([node.id, node.no, node.name], (name) => (name === undefined ? [] : [name + suffix]));
  return addInput(context, {
    id: node.id + suffix,
    name: node.name + suffix,
    names,
    method,
    type,
    source: { from: "submissions" },
    origin: path,
    ...severalOf(node),
  });
}

/** What tells several values of the indicator's own inputs apart. */
function severalOf(node: LeafNode): Pick<InputPlan, "many" | "dimensions"> {
  const per = node.rule === "k-of-n" ? node.per : undefined;
  const dimensions = (["assessor", "site", "period"] as const).filter(
    (dimension) => node[`${dimension}s`] !== undefined || per === dimension,
  );
  return { many: dimensions.length > 0 ? "dimensions" : undefined, dimensions };
}

function compileClauses(
  context: Context,
  node: LeafNode,
  clauses: readonly ClauseNode[],
  path: Path,
  method: string | undefined,
  several: boolean,
): { clauses: ClausePlan[]; inputs: number[] } {
  const inputs: number[] = [];
  const suffix = several ? `@${method}` : "";
  const compiled = clauses.map((clause, index): ClausePlan => {
    const origin = [...path, "clauses", index];
    const no = clause.no ?? String(index + 1);
    checkPoints(context, clause.points, [...origin, "points"]);
    const { text } = clause;
    const points = clause.points?.value;
    if (clause.when !== undefined) {
      const when = compileCondition(context, clause.when, [...origin, "when"], "data");
      inputs.push(...inputsOf(when));
      return { no, text, points, origin, when, input: undefined };
    }
    const id = clause.id ?? `${node.id}.${index + 1}`;
    const names = [
      id,
      ...(clause.no === undefined ? [] : [clause.no, `${node.id}.${clause.no}`]),
      clause.text,
    ].map((name) => name + suffix);
    const draft = {
      id: id + suffix,
      name: `${node.name}（${no}）`,
      names,
      method,
      type: { kind: "yes-no" } as const,
      source: { from: "submissions" } as const,
      origin,
      ...severalOf(node),
    };
    const input = addInput(context, draft);
    inputs.push(input.index);
    return { no, text, points, origin, when: undefined, input: input.index };
  });
  return { clauses: compiled, inputs: [...new Set(inputs)] };
}

/** What the clauses of an indicator add up to: its points, where it does not declare them. */
export const clausePoints = (node: LeafNode): Rational | undefined =>
  node.rule === "clauses" ? sum(node.clauses.map((clause) => clause.points?.value ?? zero)) : undefined;

function checkClausePoints(
  context: Context,
  name: string,
  points: Rational | undefined,
  clauses: readonly ClausePlan[],
  path: Path,
): void {
  for (const [index, clause] of clauses.entries()) {
    if (clause.points === undefined)
      context.report([...path, "clauses", index], problems.missingKey("points"));
  }
  const parts = clauses.map((clause) => clause.points ?? zero);
  const got = sum(parts);
  if (points !== undefined && !equals(got, points))
    context.report([...path, "points"], problems.pointsSum(name, points, got, parts));
}

function compileKOfN(
  context: Context,
  node: Extract<LeafNode, { rule: "k-of-n" }>,
  path: Path,
  method: string | undefined,
  several: boolean,
): CompiledRule {
  const { per } = node;
  const counted = node.clauses === undefined && (node.of !== undefined || per !== undefined);
  if (counted === (node.clauses !== undefined)) context.report(path, problems.clausesOrCount());
  for (const key of ["of", "per"] as const)
    if (node.clauses !== undefined && node[key] !== undefined)
      context.report([...path, key], problems.clausesAndCount(key));
  const of = node.clauses?.length ?? node.of;
  const scale = compileScale(context, node.scale, [...path, "scale"]);
  // A share beside numbers is a share of those there are.
  const countOf = ({ met, share }: { met: Rational; share: boolean }): Rational =>
    share && of !== undefined ? multiply(met, rational(of)) : met;
  const table = flatMap(Object.entries(node.table), ([key, give]) => {
    const at = [...path, "table", key];
    const share = key.endsWith("%");
    const met = share ? parseNumber(key) : /^\d{1,6}$/.test(key) ? parseDecimal(key) : undefined;
    if (met === undefined || (of !== undefined && !share && compare(met, rational(of)) > 0)) {
      const isCount = (text: string): boolean => /^(?:\d{1,6}|[\d.]+%)$/.test(text);
      context.report(at, seenAs(key, isCount) ?? problems.tableKey(key, of ?? 0));
      return [];
    }
    if (!share && of === undefined && per !== undefined) context.report(at, problems.perWithoutOf());
    return [{ met, share, give: compileAward(context, give, scale, at) }];
  }).sort((a, b) => compare(countOf(b), countOf(a)));
  const otherwise = compileAward(context, node.otherwise, scale, [...path, "otherwise"]);
  const own = (type: InputType): number => ownInput(context, node, path, type, method, several).index;
  const { clauses, inputs } =
    node.clauses !== undefined
      ? compileClauses(context, node, node.clauses, path, method, several)
      : {
          clauses: [],
          inputs: [
            own(
              per === undefined
                ? { kind: "count", least: zero, most: rational(of ?? 0) }
                : { kind: "yes-no" },
            ),
          ],
        };
  return { rule: { kind: "k-of-n", clauses, of, per, table, otherwise }, inputs };
}

function compileEvents(
  context: Context,
  node: Extract<LeafNode, { rule: "events" }>,
  path: Path,
): CompiledRule {
  if ((node.each === undefined) === (node.levels === undefined))
    context.report(path, problems.eventsPoints());
  const numbers = (map: Readonly<Record<string, Figured>> = {}): Map<string, Rational> =>
    new Map(Object.entries(map).map(([word, { value }]) => [word, value]));
  const { repeat } = node;
  if (repeat !== undefined && repeat.from < 2)
    context.report([...path, "repeat", "from"], problems.repeatFrom(repeat.from));
  for (const [level, points] of Object.entries(node.levels ?? {}))
    checkPoints(context, points, [...path, "levels", level]);
  return {
    rule: {
      kind: "events",
      events: node.event,
      each: node.each && compileFigure(context, node.each, [...path, "each"]),
      levels: node.levels && numbers(node.levels),
      oncePer: node["once-per"] ?? "event",
      within: compileWindow(context, node.within, [...path, "within"]),
      factors: numbers(node.factors),
      repeat: repeat && { per: repeat.per, from: repeat.from, factor: repeat.factor.value },
    },
    inputs: [],
  };
}

function compileBands(
  context: Context,
  node: Extract<LeafNode, { rule: "bands" }>,
  path: Path,
  single: (type: InputType) => InputPlan,
): CompiledRule {
  const edges = (band: (typeof node.bands)[number]) =>
    flatMap(numericOperators, (operator) => {
      const edge = operator === "equals" ? undefined : band[operator];
      return edge === undefined ? [] : [{ operator, edge }];
    });
  const percent = node.bands.some((band) => edges(band).some(({ edge }) => edge.percent));
  const input = single(anyNumber(percent ? "percent" : "number"));
  const scale = compileScale(context, node.scale, [...path, "scale"]);
  const bands = node.bands.map((band, index): BandPlan => {
    const at = [...path, "bands", index];
    const tests = edges(band);
    if (tests.length === 0) context.report(at, problems.bandWithoutEdge());
    for (const { operator, edge } of tests) checkPercent(context, [...at, operator], input, edge);
    return {
      tests: tests.map(({ operator, edge }) => ({ operator, value: edge.value })),
      give: compileAward(context, band.give, scale, [...at, "give"]),
    };
  });
  const otherwise = compileAward(context, node.otherwise, scale, [...path, "otherwise"]);
  return { rule: { kind: "bands", bands, otherwise }, inputs: [input.index] };
}

/** Every input a condition looks at, each once. */
export function inputsOf(condition: Condition): number[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return [...new Set(flatMap(condition.conditions, inputsOf))];
    case "not":
      return inputsOf(condition.condition);
    case "number":
    case "relative":
      return condition.subject.by === "input" ? [condition.subject.input] : [];
    case "word":
    case "yes":
      return [condition.input];
    case "column":
    case "category":
    case "tag":
    case "veto":
    case "gate":
    case "event":
    case "title":
    case "predecessor":
    case "term-ends":
    case "status":
    case "standing":
    case "earlier":
      return [];
    default:
      return condition satisfies never;
  }
}
