import fc from "fast-check";

/** An indicator of a random rubric: its YAML, its points, and how to make a value for it. */
interface RandomLeaf {
  readonly id: string;
  readonly points: number;
  readonly lines: readonly string[];
  readonly values: readonly string[];
}

export interface RandomAssessment {
  /** The rubric with every figure of points multiplied by `factor`. */
  rubric(factor: number): string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const rules: readonly ((points: number, factor: number) => { lines: string[]; values: string[] })[] = [
  (points) => ({
    lines: ["rule: marks", "out-of: 10"],
    values: ["0", "2.5", "3.33", "10", String(points % 10)],
  }),
  () => ({
    lines: ["rule: grade", "scale: { A: 100%, B: 66%, C: 33%, D: 0% }"],
    values: ["A", "B", "C", "D"],
  }),
  () => ({
    lines: ["rule: k-of-n", "of: 5", "table: { 5: 100%, 4: 66%, 3: 33% }"],
    values: ["0", "3", "4", "5"],
  }),
  () => ({
    lines: [
      "rule: bands",
      "bands: [{ at-least: 95%, give: 100% }, { at-least: 80%, give: 66% }]",
      "otherwise: 10%",
    ],
    values: ["79.99%", "80%", "95%", "100%"],
  }),
  () => ({ lines: ["rule: proportional", "target: 7"], values: ["0", "1", "3", "7", "9"] }),
  (_, factor) => ({ lines: ["rule: deduct-per-fault", `each: ${factor}`], values: ["0", "1", "2", "9"] }),
  (_, factor) => ({
    lines: ["rule: deduct-per-point-short", "target: 90%", `each: ${factor}`, "part-points: proportional"],
    values: ["100%", "89.5%", "77.77%", "10%"],
  }),
];

const leafOf = (id: string, points: number, rule: number, factor: number): RandomLeaf => {
  const made = rules[rule]?.(points, factor) ?? { lines: [], values: [] };
  return { id, points, ...made };
};

/**
 * Random rubrics of two groups, weighted or with points, perhaps a capped group, bonus and deduction;
 * random rounding and policies; a few units, some values missing or not applicable.
 */
export const randomAssessment: fc.Arbitrary<RandomAssessment> = fc
  .record({
    groups: fc.array(
      fc.array(fc.record({ points: fc.integer({ min: 1, max: 12 }), rule: fc.nat(rules.length - 1) }), {
        minLength: 1,
        maxLength: 4,
      }),
      { minLength: 1, maxLength: 3 },
    ),
    weighted: fc.boolean(),
    cap: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    bonus: fc.boolean(),
    deduction: fc.boolean(),
    at: fc.constantFrom("total", "groups", "terms"),
    mode: fc.constantFrom("half-up", "half-even", "down"),
    places: fc.integer({ min: 0, max: 3 }),
    missing: fc.constantFrom("zero", "full", "not-applicable"),
    notApplicable: fc.constantFrom("renormalise", "full", "zero"),
    limits: fc.boolean(),
    picks: fc.array(fc.array(fc.nat(99), { minLength: 20, maxLength: 20 }), { minLength: 1, maxLength: 6 }),
  })
  .map((shape): RandomAssessment => {
    const leaves = (factor: number): RandomLeaf[][] =>
      shape.groups.map((group, g) =>
        group.map(({ points, rule }, index) => leafOf(`i${g}-${index}`, points, rule, factor)),
      );
    const extra = [...(shape.bonus ? ["plus"] : []), ...(shape.deduction ? ["minus"] : [])];
    const rubric = (factor: number): string => {
      const lines = [
        "ceping: 1",
        "id: random",
        "title: 随机",
        'version: "1"',
        `missing: ${shape.missing}`,
        `not-applicable: ${shape.notApplicable}`,
      ];
      lines.push(`rounding: { places: ${shape.places}, mode: ${shape.mode}, at: ${shape.at}, ranks: exact }`);
      if (shape.weighted) lines.push(`points: ${100 * factor}`);
      if (shape.limits) lines.push(`total: { floor: 0, cap: ${90 * factor} }`);
      lines.push("indicators:");
      const share = (index: number): number => (index === shape.groups.length - 1 ? 100 - 30 * index : 30);
      for (const [g, group] of leaves(factor).entries()) {
        lines.push(`  - id: g${g}`, `    name: 组${g}`);
        if (shape.weighted) lines.push(`    weight: ${share(g)}%`);
        if (g === 0 && shape.cap !== undefined && !shape.weighted)
          lines.push(`    cap: ${shape.cap * factor}`);
        else lines.push(`    points: ${group.reduce((sum, { points }) => sum + points * factor, 0)}`);
        lines.push("    indicators:");
        for (const leaf of group) {
          lines.push(
            `      - id: ${leaf.id}`,
            `        name: 项${leaf.id}`,
            `        points: ${leaf.points * factor}`,
            ...leaf.lines.map((line) => `        ${line}`),
          );
        }
      }
      if (shape.bonus)
        lines.push(`  - { id: plus, name: 加分, as: bonus, rule: each-time, each: ${2 * factor}, times: 2 }`);
      if (shape.deduction)
        lines.push(`  - { id: minus, name: 减分, as: deduction, rule: each-time, each: ${3 * factor} }`);
      return `${lines.join("\n")}\n`;
    };
    const columns = leaves(1).flat();
    const pick = (leaf: RandomLeaf, number: number): string => {
      if (number >= 92) return "不适用";
      return number >= 84 ? "" : (leaf.values[number % leaf.values.length] ?? "");
    };
    const rows = shape.picks.map((numbers, unit) => [
      `单位${unit}`,
      // One value in each row is sure to be there: a unit to which nothing applies cannot be scored.
      ...columns.map((leaf, index) =>
        index === 0
          ? (leaf.values[(numbers[0] ?? 0) % leaf.values.length] ?? "")
          : pick(leaf, numbers[index] ?? 0),
      ),
      ...extra.map((_, index) => String((numbers[18 + index] ?? 0) % 4)),
    ]);
    return { rubric, headings: ["单位", ...columns.map(({ id }) => id), ...extra], rows };
  });

export const csvOf = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  `${[headings, ...rows].map((row) => row.join(",")).join("\n")}\n`;
