import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from "yaml";
import { formatExact, formatPercent, longestNumber, type Rational } from "../base/rational.ts";
import { visible } from "../findings/problem.ts";
import { constantOf } from "./compile-rule.ts";
import type { Path, RubricDocument } from "./document.ts";
import type { Award, InputPlan, LeafPlan, Plan, Rule } from "./plan.ts";
import {
  groupSchema,
  inputSchema,
  leafSchemas,
  numericOperators,
  type RuleName,
  relativeOperators,
  rubricSchema,
  subjects,
} from "./schema.ts";
import { listIn, mapIn, type Tree, textIn } from "./tree.ts";

/**
 * The whole rubric as one YAML file that means the same: what was merged from several files, every
 * default written out, and behind every value where it comes from. What is filled in is taken from the
 * Plan, so that defaults are decided in one place only.
 */
export function printRubric(document: RubricDocument, plan: Plan): string {
  const whole = new Document(undefined, { schema: "failsafe" });
  whole.contents = yamlOf(printedRubric(document.tree, plan)) as typeof whole.contents; // always a map
  return whole.toString({ lineWidth: 0 });
}

/** A value to be printed, with the comment behind it. */
interface Printed {
  readonly content: string | readonly Printed[] | PrintedMap;
  readonly origin: string;
}
type PrintedMap = ReadonlyMap<string, Printed>;

function yamlOf({ content, origin }: Printed): Scalar | YAMLMap | YAMLSeq {
  if (content instanceof Map) {
    const map = new YAMLMap();
    for (const [key, value] of content as PrintedMap)
      map.items.push(new Pair(new Scalar(key), yamlOf(value)));
    return map;
  }
  if (Array.isArray(content)) {
    const list = new YAMLSeq();
    list.items.push(...(content as readonly Printed[]).map(yamlOf)); // Array.isArray does not narrow a readonly list
    return list;
  }
  const scalar = new Scalar(content);
  scalar.comment = ` ${origin}`;
  return scalar;
}

/** A value that nobody wrote: it holds by default, or follows from the others. */
const filled = (text: string, origin: "default" | "computed" = "default"): Printed => ({
  content: text,
  origin,
});

type Fill = Readonly<Record<string, Printed | undefined>>;

/** The map with what is missing filled in, and its keys in the order of the language reference. */
function completed(map: PrintedMap, fill: Fill, order: readonly string[]): PrintedMap {
  const all = new Map(map);
  for (const [key, value] of Object.entries(fill)) {
    if (value !== undefined && !all.has(key)) all.set(key, value);
  }
  const keys = [
    ...order.filter((key) => all.has(key)),
    ...[...all.keys()].filter((key) => !order.includes(key)),
  ];
  return new Map(keys.flatMap((key) => [[key, all.get(key)] as const]).filter(isThere));
}

const isThere = (entry: readonly [string, Printed | undefined]): entry is readonly [string, Printed] =>
  entry[1] !== undefined;

const keysOf = (schema: { readonly shape: object }): string[] => Object.keys(schema.shape);
const rubricOrder = keysOf(rubricSchema);
const severalKeys: readonly string[] = ["assessors", "sites", "periods", "sheets"];
const inputOrder = [...keysOf(inputSchema).filter((key) => !severalKeys.includes(key)), ...severalKeys];
const sharedOrder = keysOf(groupSchema).filter((key) => key !== "cap" && key !== "indicators");
const nodeOrder = (rule: string | undefined): string[] => [
  ...sharedOrder,
  ...(rule === undefined ? ["cap", "indicators"] : ["rule", ...keysOf(leafSchemas[rule as RuleName])]), // the rubric has been read
];

const originOf = (tree: Tree): string => {
  const { file, span } = tree.spot();
  return visible(`${file}:${span.start.line}`);
};

const conditionOrder: readonly string[] = [
  ...["all", "any", "not"],
  ...subjects,
  ...["level", "within", "phase", "is"],
  ...numericOperators,
  ...relativeOperators,
  ...["better", "over"],
];

type Convert = (tree: Tree, key: string) => Printed;

/** A value as it stands; what is in a map or a list goes through `inner`. */
const converted = (tree: Tree, inner: Convert = (value) => converted(value)): Printed => {
  const map = mapIn(tree);
  const content =
    map === undefined
      ? (textIn(tree) ?? listIn(tree)?.map((item) => inner(item, "")) ?? "")
      : new Map([...map].map(([key, { value }]) => [key, inner(value, key)] as const));
  return { content, origin: originOf(tree) };
};

const printedMap = (tree: Tree | undefined, inner?: Convert): PrintedMap => {
  const printed = tree && converted(tree, inner).content;
  return printed instanceof Map ? (printed as PrintedMap) : new Map();
};

const under = (tree: Tree, key: string): Tree | undefined => mapIn(tree)?.get(key)?.value;

interface Printer {
  readonly plan: Plan;
  readonly inputs: ReadonlyMap<string, InputPlan>;
  readonly leaves: ReadonlyMap<string, LeafPlan>;
}

const addressOf = (path: Path): string => JSON.stringify(path);

function printedRubric(tree: Tree, plan: Plan): Printed {
  const printer: Printer = {
    plan,
    inputs: new Map(plan.inputs.map((input) => [input.id, input])),
    leaves: new Map(plan.leaves.map((leaf) => [addressOf(leaf.origin), leaf])),
  };
  const section = (content: PrintedMap): Printed => ({ content, origin: "" });
  const { rounding, ranking, root } = plan;
  const fill = {
    rounding: section(
      completed(
        printedMap(under(tree, "rounding")),
        {
          places: filled(String(rounding.places)),
          mode: filled(rounding.mode),
          at: filled(rounding.at),
          lines: filled(rounding.lines),
          ranks: filled(rounding.ranks),
        },
        Object.keys(rounding),
      ),
    ),
    missing: filled(root.missing),
    "not-applicable": filled(root.notApplicable),
    ranking: section(
      completed(
        printedMap(under(tree, "ranking"), (value, key) =>
          key === "ties" ? printedTies(value) : converted(value),
        ),
        {
          "group-by": { content: ranking.groupBy.map((column) => filled(column)), origin: "" },
          better: filled(ranking.better),
        },
        ["group-by", "groups", "better", "ties"],
      ),
    ),
  };
  const own = printedMap(tree, (value, key) => printedSection(printer, tree, value, key));
  const content = new Map(own);
  for (const key of ["rounding", "ranking"] as const) content.delete(key);
  return { content: completed(content, fill, rubricOrder), origin: "" };
}

const printedTies = (tree: Tree): Printed =>
  converted(tree, (tie) => ({
    content: completed(printedMap(tie), { better: filled("higher") }, ["score", "input", "better", "when"]),
    origin: "",
  }));

function printedSection(printer: Printer, top: Tree, tree: Tree, key: string): Printed {
  switch (key) {
    case "points":
      return printedFigure(printer, tree);
    case "inputs":
      return converted(tree, (input, id) => printedInput(printer, input, id));
    case "indicators":
      return printedNodes(printer, tree, ["indicators"], inheritable(top, {}));
    case "gates":
    case "vetoes": {
      const map = printedMap(tree, (value) =>
        converted(value, (entry) => ({
          content: completed(printedWithConditions(printer, entry), {}, [
            "id",
            "no",
            "name",
            "requires",
            "when",
          ]),
          origin: "",
        })),
      );
      return { content: completed(map, { missing: filled("finding") }, ["missing", "list"]), origin: "" };
    }
    case "outcomes": {
      const list = listIn(tree) ?? [];
      return {
        content: list.map((outcome, index) => ({
          content: completed(printedWithConditions(printer, outcome), { no: filled(String(index + 1)) }, [
            "name",
            "no",
            "because",
            "when",
            "otherwise",
          ]),
          origin: "",
        })),
        origin: "",
      };
    }
    default:
      return converted(tree);
  }
}

/** What an indicator takes over from the groups around it. */
const inheritedKeys = ["method", "missing", "not-applicable"] as const;
type Inherited = Fill;

const inheritable = (tree: Tree, before: Inherited): Inherited => ({
  ...before,
  ...Object.fromEntries(
    inheritedKeys.flatMap((key) => {
      const value = under(tree, key);
      return value === undefined ? [] : [[key, converted(value)]];
    }),
  ),
});

const printedNodes = (printer: Printer, list: Tree, path: Path, inherited: Inherited): Printed => ({
  content: (listIn(list) ?? []).map((node, index) => printedNode(printer, node, [...path, index], inherited)),
  origin: "",
});

function printedNode(printer: Printer, tree: Tree, path: Path, inherited: Inherited): Printed {
  const isTop = path.length === 2;
  const as = isTop ? filled("base") : undefined;
  const leaf = printer.leaves.get(addressOf(path));
  if (leaf === undefined) {
    const map = printedMap(tree, (value, key) =>
      key === "indicators"
        ? printedNodes(printer, value, [...path, key], inheritable(tree, inherited))
        : printedDetail(printer, value, key),
    );
    return { content: completed(map, { as }, nodeOrder(undefined)), origin: "" };
  }
  const map = printedWithConditions(printer, tree);
  const points = leaf.points && numberText(constantOf(leaf.points));
  const fill = {
    as,
    points: points === undefined ? undefined : filled(points, "computed"),
    method: map.has("methods") ? undefined : inherited["method"],
    missing: inherited["missing"] ?? filled(leaf.missing),
    "not-applicable": inherited["not-applicable"] ?? filled(leaf.notApplicable),
    ...ruleFill(leaf.rule, map),
  };
  return { content: completed(map, fill, nodeOrder(textIn(under(tree, "rule")))), origin: "" };
}

/** A number as a rubric can say it: shares of shares may be longer than any number that is read. */
function numberText(value: Rational | undefined): string | undefined {
  const text = value && formatExact(value);
  return text === undefined || text.includes("/") || text.length > longestNumber ? undefined : text;
}

/** What the rule of an indicator does unless told otherwise. */
function ruleFill(rule: Rule, map: PrintedMap): Fill {
  switch (rule.kind) {
    case "k-of-n":
    case "bands":
    case "threshold":
      // A step of a scale has no default: none of them need be worth nothing.
      return map.has("scale") ? {} : { otherwise: filled(awardText(rule.otherwise)) };
    case "min-max":
      return { better: filled(rule.better), over: filled(rule.over), "if-equal": filled(rule.ifEqual) };
    case "on-time":
      return { late: filled(formatPercent(rule.late)) };
    case "events":
      return { "once-per": filled(rule.oncePer) };
    default:
      return {};
  }
}

const awardText = ({ share, value }: Award): string => (share ? formatPercent(value) : formatExact(value));

const printedWithConditions = (printer: Printer, tree: Tree): PrintedMap =>
  printedMap(tree, (value, key) => printedDetail(printer, value, key));

/** A key of an indicator, a gate, a veto or an outcome: conditions may stand anywhere inside. */
function printedDetail(printer: Printer, tree: Tree, key: string): Printed {
  if (["when", "applies-to", "requires"].includes(key) && mapIn(tree) !== undefined)
    return printedCondition(printer, tree);
  return listIn(tree) === undefined ? converted(tree) : printedFigure(printer, tree);
}

/** A list whose items may each have a condition: the cases of a figure, clauses. */
const printedFigure = (printer: Printer, tree: Tree): Printed =>
  converted(tree, (item) =>
    mapIn(item) === undefined
      ? converted(item)
      : { content: printedWithConditions(printer, item), origin: "" },
  );

function printedCondition(printer: Printer, tree: Tree): Printed {
  const map = printedMap(tree, (value, key) => {
    if (key === "not") return printedCondition(printer, value);
    return key === "all" || key === "any"
      ? converted(value, (inner) => printedCondition(printer, inner))
      : converted(value);
  });
  const isRelative = relativeOperators.some((key) => map.has(key));
  const input = printer.inputs.get(textIn(under(tree, "input")) ?? "");
  const isPlain = ![...numericOperators, ...relativeOperators].some((key) => map.has(key));
  const fill = {
    is: isPlain && input?.type.kind === "yes-no" ? filled("yes") : undefined,
    "at-least": map.has("event") ? filled("1") : undefined,
    better: isRelative ? filled("higher") : undefined,
    over: isRelative ? filled("group") : undefined,
  };
  return { content: completed(map, fill, conditionOrder), origin: "" };
}

function printedInput({ inputs }: Printer, tree: Tree, id: string): Printed {
  const map = printedMap(tree, (value, key) =>
    key === "sheets" ? printedSheets(inputs.get(id), value) : converted(value),
  );
  const input = inputs.get(id);
  const { type } = input ?? {};
  const least =
    type !== undefined && "least" in type && type.least !== undefined ? formatExact(type.least) : undefined;
  const fill = {
    // Answer sheets say themselves what they hold.
    type: map.has("sheets") || type === undefined ? undefined : filled(type.kind),
    from: least === undefined ? undefined : filled(least),
  };
  return { content: completed(map, fill, inputOrder), origin: "" };
}

function printedSheets(input: InputPlan | undefined, tree: Tree): Printed {
  const sheets = input?.sheets;
  const fill = sheets && {
    sample: filled(String(sheets.sample)),
    "short-sample": filled(sheets.shortSample),
    "blank-takes": filled(formatExact(sheets.blankTakes)),
  };
  const order = ["answers", "invalid", "sample", "short-sample", "blank-takes", "verdict"];
  return { content: completed(printedMap(tree), fill ?? {}, order), origin: "" };
}
