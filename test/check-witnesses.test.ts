import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { compare, parseDecimal, parseFraction, type Rational } from "../src/base/rational.ts";
import { run } from "./support/recording-io.ts";

/** What `score` says of a witness, as far as it matters here. */
interface Unit {
  readonly unit: string;
  readonly exact: string;
  readonly total: string;
  readonly outcome: string | null;
  readonly indicators: readonly { readonly name: string; readonly exact: string; readonly max: string }[];
}
interface Scored {
  readonly units: readonly Unit[];
  readonly findings: readonly { readonly code: string }[];
}
interface Told {
  readonly code: string;
  readonly message: string;
  readonly witness?: {
    readonly files: Readonly<Record<string, string>>;
    readonly arguments: readonly string[];
  };
}

const folder = mkdtempSync(join(tmpdir(), "ceping-witness-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const number = (text: string): Rational => {
  const value = parseFraction(text) ?? parseDecimal(text);
  if (value === undefined) throw new Error(`${text} is no number`);
  return value;
};
/** Below -1, equal 0, above 1. */
const order = (a: string, b: string): number => Math.sign(compare(number(a), number(b)));
const first = ({ units }: Scored): Unit => {
  const found = units.find(({ unit }) => unit === "示例单位") ?? units[0];
  if (found === undefined) throw new Error("a witness has a unit");
  return found;
};
const named = (scored: Scored, name: string): Unit => {
  const found = scored.units.find(({ unit }) => unit === name);
  if (found === undefined) throw new Error(`${name} is missing`);
  return found;
};
/** What stands in the quotation marks of a message: the thing it is about. */
const quoted = (message: string): string => /“([^”]*)”/.exec(message)?.[1] ?? "";

/** What must be seen when the witness of a finding is scored. */
const claims: Readonly<Record<string, (scored: Scored, finding: Told) => void>> = {
  "outcome-gap": (scored, { message }) => {
    expect(first(scored).outcome).toBeNull();
    expect(message).toContain(first(scored).total);
  },
  "outcome-inverted": (scored, { message }) => {
    const [high, low] = [first(scored), named(scored, "总分较低的单位")];
    expect(order(low.exact, high.exact)).toBe(-1);
    const told = /总分 (\S+) 是“(.*?)”；总分 (\S+)、别的都一样，却是“(.*?)”/.exec(message);
    expect(told?.slice(1)).toEqual([low.exact, low.outcome, high.exact, high.outcome]);
  },
  "state-gap": (scored) => expect(first(scored).outcome).toBeNull(),
  "outcome-only-rounded": (scored, { message }) => {
    expect(first(scored).outcome).toBe(quoted(message));
    expect(order(first(scored).exact, first(scored).total)).toBe(-1);
  },
  "veto-always": (scored) => expect(first(scored).outcome).toBe("撤销"),
  "gate-never-met": (scored) => expect(first(scored).outcome).toBe("不合格"),
  "group-of-one": (scored, { message }) => {
    const { outcome, indicators } = first(scored);
    const name = quoted(message);
    if (message.includes("得到“")) expect(outcome).toBe(name);
    else if (message.includes("得不到“")) expect(outcome).not.toBe(name);
    else if (message.includes("会被否决")) expect(outcome).toBe("撤销");
    else if (message.includes("准入条件")) expect(outcome).toBe("不合格");
    else {
      const item = indicators.find((one) => one.name === name) ?? indicators.at(-1); // a clause is none of them
      expect(item?.exact).toBe(message.includes("最差的单位") ? item?.max : "0");
    }
  },
  "kind-points": ({ findings }) => expect(findings.map(({ code }) => code)).toContain("points-disagree"),
  "points-unattainable": (scored, { message }) => {
    const indicator = first(scored).indicators.find(({ name }) => name === quoted(message));
    expect(order(indicator?.exact ?? "0", indicator?.max ?? "0")).toBe(-1);
  },
  "missing-gains": (scored) => {
    expect(order(named(scored, "不报的单位").exact, named(scored, "报最差的单位").exact)).toBe(1);
  },
  "not-monotone": (scored, { message }) => {
    const name = quoted(message);
    const [low = "0", middle = "0", high = "0"] = ["单位1", "单位2", "单位3"].map(
      (unit) => named(scored, unit).indicators.find((indicator) => indicator.name === name)?.exact,
    );
    expect(order(middle, low)).not.toBe(0);
    expect(order(middle, low)).toBe(order(middle, high));
  },
};

const fixtures = readdirSync("fixtures/check").filter((name) => /^[a-z-]+\.yaml$/.test(name));
const shown = new Set<string>();

async function findingsOf(path: string): Promise<readonly Told[]> {
  const { stdout } = await run(["check", path, "-f", "json"]);
  return (JSON.parse(stdout) as { findings: Told[] }).findings; // the format of the contract
}

describe("every witness shows what its finding says", () => {
  test.each(fixtures)("%s", async (name) => {
    const rubric = join("fixtures/check", name);
    const to = join(folder, name);
    const found = (await findingsOf(rubric)).filter(({ witness }) => witness !== undefined);
    if (found.length === 0) return;
    await run(["check", rubric, "--witness", to]);
    const folders = readdirSync(to).sort();
    expect(folders.length).toBe(found.length);
    for (const [index, finding] of found.entries()) {
      const here = join(to, folders.find((one) => one.startsWith(`${index + 1}-`)) ?? "");
      for (const [file, text] of Object.entries(finding.witness?.files ?? {}))
        expect(readFileSync(join(here, file), "utf8")).toBe(`\uFEFF${text}`);
      const words = (finding.witness?.arguments ?? []).map((word) =>
        word.endsWith(".csv") ? join(here, word) : word,
      );
      const { stdout, stderr } = await run(["score", rubric, ...words, "-f", "json"]);
      const claim = claims[finding.code];
      expect(claim, `nobody says what a witness of ${finding.code} shows`).toBeDefined();
      claim?.(
        stdout === ""
          ? {
              units: [],
              findings: [...stderr.matchAll(/\[([a-z-]+)\]$/gm)].map(([, code = ""]) => ({ code })),
            }
          : (JSON.parse(stdout) as Scored), // the format of the contract
        finding,
      );
      shown.add(finding.code);
    }
  });

  test("of each finding that can have one", () => {
    expect([...shown].sort()).toEqual(Object.keys(claims).sort());
  });
});
