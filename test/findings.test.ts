import { describe, expect, it, test } from "vitest";
import { rational } from "../src/base/rational.ts";
import { problems } from "../src/findings/catalog.ts";
import type { Problem } from "../src/findings/problem.ts";

/** What a problem may be told about: it takes whichever of these it does not choke on. */
const samples: readonly unknown[] = [
  "indicator",
  "",
  ["text", "甲"],
  [],
  2,
  undefined,
  rational(1, 2),
  [rational(1)],
  { zh: "甲", en: "one" },
];

/** Every problem that `make` makes of the samples, with every branch of its wording they reach. */
function madeOf(make: (...given: unknown[]) => Problem): Problem[] {
  let argumentsGiven: unknown[][] = [[]];
  for (let count = 0; count < make.length; count += 1)
    argumentsGiven = argumentsGiven.flatMap((before) => samples.map((sample) => [...before, sample]));
  return argumentsGiven.flatMap((given) => {
    try {
      return [make(...given)];
    } catch {
      return []; // a text where a list was wanted, or the like
    }
  });
}

const entries = Object.entries(problems) as unknown as [string, (...given: unknown[]) => Problem][]; // each takes arguments of its own

describe.each(entries)("%s", (_, make) => {
  const made = madeOf(make);
  const texts = made.flatMap(({ message, hint }) => [message, ...(hint === undefined ? [] : [hint])]);

  test("can be told, under one code in kebab-case", () => {
    expect(made.length).toBeGreaterThan(0);
    const codes = new Set(made.map(({ code }) => code));
    expect([...codes].filter((code) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(code))).toEqual([]);
    expect(codes.size).toBe(1);
  });

  test("has words in both languages, in Chinese for Chinese readers", () => {
    expect(texts.filter(({ zh, en }) => zh.trim() === "" || en.trim() === "")).toEqual([]);
    expect(texts.filter(({ zh }) => !/\p{Script=Han}/u.test(zh))).toEqual([]);
  });

  test("begins in lower case and ends without a full stop", () => {
    // An abbreviation such as YAML stays in capitals.
    expect(made.filter(({ message }) => /^[A-Z](?![A-Z])/.test(message.en))).toEqual([]);
    expect(texts.filter(({ zh, en }) => /[.。]$/.test(zh) || /[.。](?<!\.\.\.)$/.test(en))).toEqual([]);
  });
});

it("every error says how to mend it", () => {
  const silent = entries.filter(([, make]) =>
    madeOf(make).every(({ severity, hint }) => severity === "error" && hint === undefined),
  );
  expect(silent.map(([name]) => name)).toEqual([]);
});
