import fc from "fast-check";

/** A random rubric that has about everything ranges can go wrong by, and units for it. */
export interface RandomRubric {
  readonly rubric: string;
  readonly register: string;
  readonly submissions: string;
}

/** A cell of one unit: which of the values that its column may have; beyond them it is blank, or 不适用. */
type Pick = number;

interface Column {
  readonly heading: string;
  readonly values: readonly string[];
}

/** The rule of an indicator, and the columns of its own. */
interface RandomRule {
  readonly lines: string;
  readonly columns: readonly Column[];
}

const categories = ["机关", "企业", "学校"];
const inputs: readonly string[] = [
  "g: { name: 增减, from: -3, to: 6 }",
  "found: { name: 查出, type: count, to: 5 }",
  "fixed: { name: 改正, type: count, to: 5 }",
  "left: { name: 剩余, subtract: [found, fixed] }",
  "rate: { name: 满意率, type: percent, from: 20%, to: 90% }",
  "times: { name: 次数, type: count, to: 9 }",
];
const shared: readonly Column[] = [
  { heading: "增减", values: ["-3", "-0.5", "0", "2.5", "6"] },
  { heading: "查出", values: ["0", "2", "5"] },
  { heading: "改正", values: ["0", "1", "5"] },
  { heading: "满意率", values: ["20%", "55.5%", "60%", "89.9%", "90%"] },
  { heading: "次数", values: ["0", "2", "3", "5", "9"] },
];

const yes = (heading: string): Column => ({ heading, values: ["是", "否"] });
const only = (lines: string): ((id: string, points: string) => RandomRule) => {
  return (_, points) => ({ lines: lines.replaceAll("POINTS", points), columns: [] });
};

const rules: readonly ((id: string, points: string) => RandomRule)[] = [
  (id, points) => ({
    lines: "rule: marks, out-of: 10",
    columns: [{ heading: id, values: ["0", "3.3", "10", points.slice(0, 1)] }],
  }),
  (id) => ({
    lines: "rule: grade, scale: { A: 100%, B: 66%, C: 25% }",
    columns: [{ heading: id, values: ["A", "B", "C"] }],
  }),
  (id) => ({ lines: "rule: once", columns: [yes(id)] }),
  (id) => ({
    lines: `rule: all-or-nothing, clauses: [有, { text: 多${id}, when: { input: times, at-least: 5 } }]`,
    columns: [yes(`${id}.1`)],
  }),
  only("rule: fixed"),
  only("rule: threshold, when: { category: 机关 }, otherwise: 33%"),
  only("rule: threshold, when: { any: [{ category: 学校 }, { input: times, at-least: 3 }] }, otherwise: 0"),
  only(
    "rule: k-of-n, clauses: [{ text: 甲, when: { input: times, at-least: 5 } }, { text: 乙, when: { input: times, below: 3 } }, { text: 丙, when: { category: 企业 } }], table: { 3: 100%, 2: 60%, 1: 30% }",
  ),
  only(
    "rule: bands, input: rate, bands: [{ at-least: 95%, give: 100% }, { at-least: 60%, give: 99% }], otherwise: 10%",
  ),
  only("rule: proportional, input: g, target: 4"),
  only("rule: deduct-per-fault, input: left, each: 1.5"),
  only("rule: deduct-per-missing, input: left, due: 4, each: 0.7"),
  only("rule: deduct-per-point-short, input: rate, target: 90%, each: 0.15, part-points: ignore"),
  only("rule: curve, input: rate, curve: [{ at: 50%, points: 0 }, { at: 100%, points: POINTS }]"),
];

/** Clauses carry the points of the item themselves. */
const clauses = (id: string): RandomRule => ({
  lines:
    "rule: clauses, clauses: [{ text: 有, points: 1.5 }, { text: 多, points: 2, when: { input: times, above: 4 } }, { text: 少, points: 0.5, when: { all: [{ input: times, below: 3 }, { not: { category: 学校 } }] } }]",
  columns: [yes(`${id}.1`)],
});

const tenths = (min: number, max: number): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((number) => String(number / 10));
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
/** A line of YAML, where there is something to say. */
const line = (text: string, value: string | undefined): string[] =>
  value === undefined ? [] : [text + value];

const leafShape = fc.record({
  rule: fc.nat(rules.length),
  points: tenths(5, 120),
  appliesTo: maybe(fc.constantFrom("机关", "企业", "[机关, 学校]")),
  missing: maybe(fc.constantFrom("zero", "full", "not-applicable")),
  notApplicable: maybe(fc.constantFrom("renormalise", "full", "zero", "mean")),
});
type LeafShape = typeof leafShape extends fc.Arbitrary<infer Shape> ? Shape : never;

function leafOf(id: string, shape: LeafShape, extra = ""): RandomRule {
  const { rule, points, appliesTo, missing, notApplicable } = shape;
  const own = rules[rule]?.(id, points) ?? clauses(id);
  const keys = [
    `id: ${id}`,
    `name: 项${id}`,
    ...line("points: ", rules[rule] === undefined ? undefined : points),
    own.lines,
    ...line("applies-to: { category: ", appliesTo && `${appliesTo} }`),
    ...line("missing: ", missing),
    ...line("not-applicable: ", notApplicable),
  ];
  return { lines: `{ ${keys.join(", ")}${extra} }`, columns: own.columns };
}

const pointsOfClauses = 4;
/** What items are worth together. */
const pointsOf = (leaves: readonly LeafShape[]): string => {
  const tenfold = leaves.map(
    ({ rule, points }) => (rule < rules.length ? Number(points) : pointsOfClauses) * 10,
  );
  return String(tenfold.reduce((a, b) => a + Math.round(b), 0) / 10);
};

const groupShape = fc.record({
  leaves: fc.array(leafShape, { minLength: 1, maxLength: 3 }),
  cap: maybe(tenths(1, 200)),
  /** Its points are written down, so that items for other kinds of unit leave a gap. */
  declared: fc.boolean(),
  notApplicable: maybe(fc.constantFrom("renormalise", "full", "zero")),
});

/** Lines on scores: `NODE` is the total, or a group. */
const condition = fc
  .record({
    node: fc.constantFrom("total", "total", "g0", "g1"),
    operator: fc.constantFrom("at-least", "above", "below", "at-most"),
    // Often beyond what can be earned, so that something is to be said.
    value: fc.oneof(tenths(0, 300), tenths(-200, 0), tenths(300, 900)),
    category: maybe(fc.constantFrom(...categories)),
  })
  .map(({ node, operator, value, category }) => ({
    node,
    text:
      category === undefined
        ? `{ score: ${node}, ${operator}: ${value} }`
        : `{ all: [{ category: ${category} }, { score: ${node}, ${operator}: ${value} }] }`,
  }));

const shape = fc.record({
  groups: fc.array(groupShape, { minLength: 1, maxLength: 3 }),
  bonus: maybe(fc.record({ cap: maybe(tenths(1, 60)), each: tenths(1, 30) })),
  deduction: maybe(tenths(1, 30)),
  at: fc.constantFrom("total", "groups", "terms"),
  mode: fc.constantFrom("half-up", "half-even", "up", "down"),
  places: fc.integer({ min: 0, max: 2 }),
  lines: fc.constantFrom("rounded", "exact"),
  missing: fc.constantFrom("zero", "full", "not-applicable"),
  notApplicable: fc.constantFrom("renormalise", "full", "zero"),
  floor: maybe(fc.constantFrom("0", "0.1", "0.1", "7.5")),
  cap: maybe(tenths(90, 300)),
  vetoes: fc.array(condition, { maxLength: 2 }),
  gates: fc.array(condition, { maxLength: 2 }),
  outcomes: fc.array(condition, { minLength: 1, maxLength: 3 }),
  units: fc.array(
    fc.record({
      category: fc.constantFrom(...categories),
      picks: fc.array(fc.nat(99), { minLength: 30, maxLength: 30 }),
    }),
    { minLength: 6, maxLength: 6 },
  ),
  /** The first units hand in all there is. */
  whole: fc.nat(3),
});

const cellOf = ({ values }: Column, pick: Pick, whole: boolean): string => {
  if (!whole && pick >= 92) return "不适用";
  return !whole && pick >= 80 ? "" : (values[pick % values.length] ?? "");
};

export const randomRubric: fc.Arbitrary<RandomRubric> = shape.map((made): RandomRubric => {
  const groups = made.groups.map(({ leaves, cap, declared, notApplicable }, g) => ({
    lines: [
      `  - id: g${g}`,
      `    name: 组${g}`,
      ...line("    cap: ", cap),
      ...line("    points: ", cap === undefined && declared ? pointsOf(leaves) : undefined),
      ...line("    not-applicable: ", notApplicable),
      "    indicators:",
    ],
    leaves: leaves.map((leaf, index) => leafOf(`i${g}-${index}`, leaf)),
  }));
  const nodes = new Set(["total", ...groups.map((_, g) => `g${g}`)]);
  const known = (list: typeof made.outcomes) => list.filter(({ node }) => nodes.has(node));
  const { bonus, deduction, floor, cap } = made;
  const rubric = [
    "ceping: 1",
    "id: random",
    "title: 随机",
    'version: "1"',
    `units: { categories: [${categories.join(", ")}] }`,
    `missing: ${made.missing}`,
    `not-applicable: ${made.notApplicable}`,
    `rounding: { places: ${made.places}, mode: ${made.mode}, at: ${made.at}, lines: ${made.lines} }`,
    ...(floor === undefined && cap === undefined
      ? []
      : [`total: { ${[...line("floor: ", floor), ...line("cap: ", cap)].join(", ")} }`]),
    "inputs:",
    ...inputs.map((input) => `  ${input}`),
    "indicators:",
    ...groups.flatMap(({ lines, leaves }) => [...lines, ...leaves.map((leaf) => `      - ${leaf.lines}`)]),
    ...(bonus === undefined
      ? []
      : [
          "  - id: plus",
          "    name: 加分",
          "    as: bonus",
          ...line("    cap: ", bonus.cap),
          "    indicators:",
          `      - { id: p0, name: 项p0, rule: each-time, input: g, each: ${bonus.each} }`,
          "      - { id: p1, name: 项p1, points: 0.5, rule: once }",
        ]),
    ...(deduction === undefined
      ? []
      : [
          `  - { id: minus, name: 减分, as: deduction, rule: each-time, input: found, each: ${deduction}, times: 4 }`,
        ]),
    ...listOf("gates", "requires", known(made.gates)),
    ...listOf("vetoes", "when", known(made.vetoes)),
    "outcomes:",
    ...known(made.outcomes).map(({ text }, index) => `  - { name: 果${index}, when: ${text} }`),
    "  - { name: 其他, otherwise: yes }",
  ];
  const columns = [
    ...shared,
    ...groups.flatMap(({ leaves }) => leaves.flatMap((leaf) => leaf.columns)),
    ...(bonus === undefined ? [] : [yes("p1")]),
  ];
  const rows = made.units.map(({ picks }, unit) => [
    `单位${unit}`,
    ...columns.map((column, index) => cellOf(column, picks[index] ?? 0, unit < made.whole)),
  ]);
  return {
    rubric: `${rubric.join("\n")}\n`,
    register: `name,category\n${made.units.map(({ category }, unit) => `单位${unit},${category}\n`).join("")}`,
    submissions: `${[["单位", ...columns.map(({ heading }) => heading)], ...rows].map((row) => row.join(",")).join("\n")}\n`,
  };
});

const listOf = (
  key: "gates" | "vetoes",
  how: string,
  list: readonly { readonly text: string }[],
): string[] =>
  list.length === 0
    ? []
    : [
        `${key}: { list: [${list
          .map(({ text }, index) => `{ id: ${key[0]}v${index}, name: ${key}${index}, ${how}: ${text} }`)
          .join(", ")}] }`,
      ];
