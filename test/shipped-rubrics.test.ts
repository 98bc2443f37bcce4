import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { formatExact } from "../src/base/rational.ts";
import { planRubric } from "../src/cli/load.ts";
import { constantOf } from "../src/rubric/compile-rule.ts";
import type { Plan } from "../src/rubric/plan.ts";
import { run } from "./support/recording-io.ts";
import { shippedRubrics as shipped } from "./support/shipped-rubrics.ts";

async function planOf(path: string): Promise<Plan> {
  const planned = planRubric(path, await readFile(path, "utf8"));
  if (!planned.ok) throw new Error(`${path} does not compile`);
  return planned.value.plan;
}

/** Parts of a sum whose points are the same for every unit, by id; undefined for those that depend on the unit. */
const partsOf = ({ root }: Plan): [string, string | undefined][] =>
  root.children
    .filter(({ part }) => part === "base")
    .map(({ id, points }) => {
      const constant = constantOf(points);
      return [id, constant && formatExact(constant)];
    });

describe("the shipped rubrics", () => {
  it("are found", () => {
    expect(shipped).toContain("rubrics/dynamic-70-20-10.yaml");
  });

  it.each(shipped)("%s has nothing that check would find", async (path) => {
    const { code, stdout } = await run(["check", path, "-f", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [] });
    expect(code).toBe(0);
  });

  it.each(shipped)("%s is out of 100, where it declares its points", async (path) => {
    const { root } = await planOf(path);
    if (root.points !== undefined) {
      expect(root.points.map(({ value }) => formatExact(value))).toEqual(root.points.map(() => "100"));
    }
  });

  it.each([
    ["dynamic-70-20-10", { documents: "70", impression: "20", awards: "10" }],
    [
      "wenming-keshi",
      {
        study: "20",
        discipline: "10",
        order: "15",
        activities: "10",
        environment: "10",
        safety: "10",
        "key-work": "10",
        cooperation: "10",
        poll: "5",
      },
    ],
    ["qiongzhong-village", { committee: "15", heritage: "15", culture: "30", village: "40" }],
  ])("%s has the published parts, in the order of the paper", async (name, parts) => {
    expect(partsOf(await planOf(`rubrics/${name}.yaml`))).toEqual(Object.entries(parts));
  });

  it("qiongzhong-village has the ten published items", async () => {
    const plan = await planOf("rubrics/qiongzhong-village.yaml");
    const items = plan.nodes.filter(({ no }) => no !== undefined && /^\d+$/.test(no));
    expect(items.map(({ no }) => no)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    expect(items.map(({ points }) => Number(points?.[0]?.value.numerator))).toEqual([
      6, 4, 2, 3, 9, 6, 20, 10, 30, 10,
    ]);
  });

  it("dynamic-70-20-10 has ten causes of revocation and a pass line of 85", async () => {
    const plan = await planOf("rubrics/dynamic-70-20-10.yaml");
    expect(plan.vetoes.map(({ no }) => no)).toEqual([..."一二三四五六七八九十"].map((no) => `撤销（${no}）`));
    const lines = plan.outcomes.flatMap(({ when }) =>
      when?.kind === "number" ? [[when.operator, formatExact(when.value)]] : [],
    );
    expect(lines).toEqual([
      ["below", "85"],
      ["at-least", "85"],
    ]);
  });

  it.each(shipped)("%s numbers its items as the paper does: every one has a number", async (path) => {
    const { nodes } = await planOf(path);
    expect(nodes.slice(1).filter(({ no }) => no === undefined)).toEqual([]);
  });
});
