import type * as z from "zod";
import { closest } from "../base/closest.ts";
import { flatMap } from "../base/flat-map.ts";
import { plainly } from "../base/plain-text.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import { type Finding, type Outcome, outcomeOf } from "../findings/finding.ts";
import { findingAt, type Path, type RubricDocument } from "./document.ts";
import type { Slip } from "./meant.ts";
import { seenAs, shapeProblem, wordProblem } from "./misread.ts";
import { atColon, partedNumber, togetherIn } from "./run-together.ts";
import {
  anyLeafSchema,
  groupSchema,
  type IndicatorNode,
  identifierPattern,
  type LeafNode,
  leafSchemas,
  type Rubric,
  type RuleName,
  rubricSchema,
  ruleNames,
} from "./schema.ts";
import type { Shapes } from "./shapes.ts";

type Issue = z.core.$ZodIssue;
type Shape = Readonly<Record<string, unknown>>;
type Node = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A rubric in the making: what is found on the way, and what was meant by it. */
interface Reading {
  readonly document: RubricDocument;
  readonly findings: Finding[];
  readonly slips: Slip[];
}

const startReading = (document: RubricDocument): Reading => ({ document, findings: [], slips: [] });

/** `found` is about what stands at `path`. */
function tell({ findings, slips }: Reading, found: Finding, path: Path, of: Slip["of"] = "value"): void {
  findings.push(found);
  slips.push({ path, of, meant: found.meant });
}

/** The document as a Rubric, shapes and numbers checked, names not yet resolved; and what was meant where it is none. */
export function readRubric(document: RubricDocument): Outcome<Rubric> & { readonly slips: readonly Slip[] } {
  const reading = startReading(document);
  return { ...outcomeOf(readWhole(reading), reading.findings), slips: reading.slips };
}

function readWhole(reading: Reading): Rubric | undefined {
  const { document } = reading;
  if (!isMap(document.data)) {
    const { file, span } = document.place([]);
    const place = { file, span: { start: span.start, end: span.start } };
    tell(reading, findingAt(place, problems.rubricShape(document.data)), []);
    return undefined;
  }
  if (document.data["ceping-cases"] !== undefined) {
    const place = document.placeOfKey(["ceping-cases"]);
    tell(reading, findingAt(place, problems.casesAsRubric()), ["ceping-cases"]);
    return undefined;
  }
  const top = fitted(reading, rubricSchema, document.data, []);
  const indicators = readIndicators(reading, document.data["indicators"], ["indicators"]);
  return top && { ...top, indicators };
}

function readIndicators(reading: Reading, list: unknown, path: Path): IndicatorNode[] {
  if (!Array.isArray(list)) return []; // already reported by the schema of the node around it
  return flatMap(list, (node: unknown, index) => readIndicator(reading, node, [...path, index]) ?? []);
}

function readIndicator(reading: Reading, node: unknown, path: Path): IndicatorNode | undefined {
  const { document } = reading;
  if (!isMap(node)) {
    const place = document.place(path);
    tell(reading, atColon(place, node) ?? findingAt(place, shapeProblem(["map"], node)), path);
    return undefined;
  }
  if ("indicators" in node) {
    const group = fitted(reading, groupSchema, node, path);
    const indicators = readIndicators(reading, node["indicators"], [...path, "indicators"]);
    return group && { ...group, indicators };
  }
  const { rule } = node;
  const named = typeof rule === "string" ? plainly(rule) : rule;
  if (!isRuleName(named)) {
    const together = keysTogether(document, node, path);
    for (const found of together) tell(reading, found, path);
    if (together.length > 0) return undefined;
    tellOfRule(reading, node, path);
    const meant = reading.slips.at(-1)?.meant;
    // What its own keys may be depends on the rule.
    if (isRuleName(meant)) fitted<LeafNode>(reading, leafSchemas[meant], { ...node, rule: meant }, path);
    else fitted(reading, anyLeafSchema, node, path);
    return undefined;
  }
  const schema: z.ZodType<LeafNode> = leafSchemas[named];
  return fitted(reading, schema, node, path);
}

/** Keys of an item that run together with their values, where that leaves it without a rule. */
function keysTogether(document: RubricDocument, node: Node, path: Path): readonly Finding[] {
  if (node["rule"] !== undefined) return [];
  const bare = Object.keys(node).filter((key) => node[key] === "");
  const isKey = (word: string): boolean => leafKeys.has(word);
  return flatMap(bare, (key) => atColon(document.placeOfKey([...path, key]), key, isKey) ?? []);
}

/** Why nobody knows how an item earns points. */
function tellOfRule(reading: Reading, node: Node, path: Path): void {
  const { document } = reading;
  const { rule } = node;
  if (rule !== undefined) {
    const isText = typeof rule === "string";
    const problem = isText ? wordProblem("rule", rule, ruleNames) : problems.wrongType(["text"], rule);
    const at = [...path, "rule"];
    tell(reading, findingAt(document.place(at), problem), at);
    return;
  }
  const slip = Object.keys(node).find((key) => !leafKeys.has(key) && closest(plainly(key), wayToPoints));
  const at = slip === undefined ? path : [...path, slip];
  if (slip === undefined)
    tell(reading, findingAt(document.place(at), problems.ruleMissing(nameOf(node))), at);
  else tell(reading, findingAt(document.placeOfKey(at), keyProblem(slip, "", wayToPoints)), at, "key");
}

/** One of these says how an item earns points. */
const wayToPoints = ["rule", "indicators"];
const leafKeys: ReadonlySet<string> = new Set(
  flatMap(Object.values(leafSchemas), ({ shape }) => Object.keys(shape)),
);

/** Why a key is none of those that are allowed. */
const keyProblem = (key: string, section: string, known: readonly string[]): Problem => {
  const plain = plainly(key);
  return plain !== key && known.includes(plain)
    ? problems.wideTyping(key, plain)
    : problems.unknownKey(key, section, known, closest(plain, known));
};

const isRuleName = (word: unknown): word is RuleName =>
  typeof word === "string" && Object.hasOwn(leafSchemas, word);
/** What to call it: a name that is no text is a fault of its own. */
const nameOf = ({ name, id }: Node): string => [name, id].find((word) => typeof word === "string") ?? "";

/** `value` by `schema`; what does not fit is reported where it stands. */
export const parse = <T>(
  document: RubricDocument,
  schema: z.ZodType<T>,
  value: unknown,
  path: Path,
  findings: Finding[],
): T | undefined => fitted({ document, findings, slips: [] }, schema, value, path);

function fitted<T>(reading: Reading, schema: z.ZodType<T>, value: unknown, path: Path): T | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { issues } = result.error;
  const misspelt = flatMap(issues, (issue) => keysMeant(schema, issue));
  for (const issue of issues) {
    // A key that is there under another name is told of once.
    const isMissing = valueAt(value, issue.path.map(String)) === undefined;
    if (!isMissing || !misspelt.includes(addressOf(issue.path))) tellOf(reading, schema, issue, path);
  }
  return undefined;
}

const addressOf = (path: readonly PropertyKey[]): string => JSON.stringify(path.map(String));

/** Where the keys stand that unknown ones were probably meant for. */
const keysMeant = (schema: z.ZodType, issue: Issue): readonly string[] =>
  issue.code !== "unrecognized_keys"
    ? []
    : flatMap(issue.keys, (key) => {
        const known = keysAt(schema, issue.path);
        const together = togetherIn(key)?.key ?? "";
        const meant = known.includes(together) ? together : closest(plainly(key), known);
        return meant === undefined ? [] : [addressOf([...issue.path, meant])];
      });

function tellOf(reading: Reading, schema: z.ZodType, issue: Issue, base: Path): void {
  const { document } = reading;
  const path = [...base, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
  const section = String(path.findLast((step) => typeof step === "string") ?? "");
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) tellOfKey(reading, keysAt(schema, issue.path), path, key);
    return;
  }
  const place = document.place(path);
  const isList = issue.code === "invalid_type" && Array.isArray(valueAt(document.data, path));
  const found =
    isList && keysAt(schema, issue.path).includes("list")
      ? findingAt(place, problems.listBelow(section))
      : isMapWanted(issue)
        ? atColon(place, valueAt(document.data, path))
        : undefined;
  tell(reading, found ?? findingAt(place, problemOf(document, issue, path)), path);
}

/** Of a key that is none of the `known` ones of the map at `path`. */
function tellOfKey(reading: Reading, known: readonly string[], path: Path, key: string): void {
  const { document } = reading;
  const at = [...path, key];
  const place = document.placeOfKey(at);
  const together = valueAt(document.data, at) === "" ? key : undefined;
  const slip = atColon(place, together, (word) => known.includes(word));
  const parted = slip === undefined ? partedNumber(document, path, key) : [slip];
  if (parted !== undefined) {
    reading.findings.push(...parted);
    reading.slips.push({ path: at, of: "key", meant: undefined });
    return;
  }
  const section = String(path.findLast((step) => typeof step === "string") ?? "");
  const owners = ruleNames.filter((name) => Object.hasOwn(leafSchemas[name].shape, key));
  const rule = ruleOf(document.data, path);
  const problem =
    rule !== undefined && owners.length > 0 && !known.includes(key)
      ? problems.keyOfOtherRule(key, rule, owners)
      : keyProblem(key, section, known);
  tell(reading, findingAt(place, problem), at, "key");
}

const isMapWanted = (issue: Issue): boolean =>
  issue.code === "invalid_type" && (issue.expected === "record" || issue.expected === "object");

function problemOf(document: RubricDocument, issue: Issue, path: Path): Problem {
  const key = String(path.findLast((step) => typeof step === "string") ?? "");
  const found = valueAt(document.data, path);
  if (found === undefined) return problems.missingKey(String(path.at(-1) ?? ""));
  if (found === "")
    return /^[^\s:：]+:[\d.]+%?$/u.test(key) ? problems.yamlTightColon() : problems.emptyValue(key);
  if (issue.code === "custom" && issue.params?.["problem"] !== undefined) {
    const problem = issue.params["problem"] as Problem; // custom issues come from `report` in schema.ts and `byShape`, which put it there
    // What a number may be is said of the key that it belongs to, which the schema of numbers does not know.
    return problem.code === problems.rubricNegative("").code && typeof found === "string"
      ? problems.rubricNegative(found, keyOfFigure(path))
      : problem;
  }
  switch (issue.code) {
    case "invalid_type":
      return shapeProblem(
        [
          isMapWanted(issue)
            ? "map"
            : issue.expected === "array" || issue.expected === "tuple"
              ? "list"
              : "text",
        ],
        found,
      );
    case "invalid_value": {
      if (typeof found !== "string") return problems.wrongType(["text"], found);
      const allowed = issue.values.map(String);
      return wordProblem(key, found, allowed);
    }
    case "too_small":
      return problems.wrongLength(key, "least", Number(issue.minimum));
    case "too_big":
      return problems.wrongLength(key, "most", Number(issue.maximum));
    case "invalid_format":
      return (
        seenAs(String(found), (text) => identifierPattern.test(text)) ?? problems.badIdentifier(String(found))
      );
    default:
      return typeof found === "string"
        ? problems.unknownWord(key, found, [], undefined)
        : problems.wrongType(["text"], found);
  }
}

/** The key of a number, which may be one of several by the kind of unit. */
const keyOfFigure = (path: Path): string =>
  String(path.findLast((step) => typeof step === "string" && step !== "value" && step !== "otherwise") ?? "");

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isMap(value)) value = value[step];
    else return undefined;
  }
  return value;
}

/** The rule of the indicator that `path` is the path of. */
function ruleOf(data: unknown, path: Path): string | undefined {
  const node = valueAt(data, path);
  return isMap(node) && typeof node["rule"] === "string" && "id" in node ? node["rule"] : undefined;
}

/** The keys a schema allows at a path inside it: what a misspelt key may have meant. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const reached = unwrapped(path.reduce<unknown>(inside, schema));
  return Object.keys(definitionOf(mapOf(reached)).shape ?? {});
}

interface Definition {
  readonly innerType?: unknown;
  readonly getter?: () => unknown;
  readonly element?: unknown;
  readonly valueType?: unknown;
  readonly shape?: Shape;
}

const definitionOf = (schema: unknown): Definition =>
  (schema as { _zod?: { def: Definition } } | undefined)?._zod?.def ?? {};

/** Without what makes it optional, or puts off making it. */
function unwrapped(schema: unknown): unknown {
  const { innerType, getter } = definitionOf(schema);
  const inner = innerType ?? getter?.();
  return inner === undefined ? schema : unwrapped(inner);
}

const shapesAt = (schema: unknown): Shapes | undefined =>
  (schema as { readonly shapes?: Shapes } | undefined)?.shapes; // only a choice by shape has them
const mapOf = (schema: unknown): unknown => unwrapped(shapesAt(schema)?.map ?? schema);

function inside(schema: unknown, step: PropertyKey): unknown {
  const own = unwrapped(schema);
  const { element } = definitionOf(unwrapped(shapesAt(own)?.list ?? own));
  if (typeof step === "number") return element;
  const { valueType, shape } = definitionOf(mapOf(own));
  return shape?.[String(step)] ?? valueType;
}
