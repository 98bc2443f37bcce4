import { zero } from "../base/rational.ts";
import type { Path } from "../rubric/document.ts";
import type { Rubric } from "../rubric/schema.ts";

type Values = Readonly<Record<string, unknown>>;
const isMap = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A Rubric with its defaults written out, as far as they say how points come about: what is not written
 * can be wrong, too. It compiles to the same Plan.
 */
export function withDefaults(rubric: Rubric): Rubric {
  const { rounding = {}, ranking = {} } = rubric;
  const filled = {
    missing: "finding",
    "not-applicable": "renormalise",
    ...rubric,
    rounding: {
      places: 2,
      mode: "half-up",
      at: "total",
      lines: "rounded",
      ranks: "rounded",
      ...given(rounding),
    },
    ranking: { better: "higher", ...given(ranking) },
  };
  return fill(filled, [], rubric) as Rubric; // the same shape, with optional values filled in
}

/** The defaults of what is not written, after all that is. */
const missing = (defaults: Values, written: Values): Values =>
  Object.fromEntries(Object.entries(defaults).filter(([key]) => written[key] === undefined));

const given = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** Goes through all that is inside; `fixed` has the defaults of each kind of place. */
function fill(value: unknown, path: Path, rubric: Rubric): unknown {
  if (Array.isArray(value)) return value.map((one: unknown, index) => fill(one, [...path, index], rubric));
  if (!isMap(value) || isNumber(value)) return value;
  const inside = Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      one === undefined ? [] : [[key, fill(one, [...path, key], rubric)]],
    ),
  );
  return { ...inside, ...missing(defaultsAt(inside, path, rubric), inside) };
}

export const isNumber = (value: unknown): boolean =>
  isMap(value) &&
  (("text" in value && "percent" in value) || ("numerator" in value && "denominator" in value));

function defaultsAt(value: Values, path: Path, rubric: Rubric): Values {
  if ("among-worst" in value || "among-best" in value) return { better: "higher", over: "group" };
  if (path.length === 1 && (path[0] === "gates" || path[0] === "vetoes")) return { missing: "finding" };
  if (path.at(-2) === "ties") return { better: "higher" };
  if (path.at(-1) === "sheets") return { "short-sample": "finding", sample: 0 };
  if (typeof value["input"] === "string" && !("rule" in value)) {
    const type = rubric.inputs?.[value["input"]]?.type;
    return type === "yes-no" ? { is: ["yes"] } : {};
  }
  switch (value["rule"]) {
    case "bands":
    case "k-of-n":
      return "scale" in value ? {} : { otherwise: "0" };
    case "threshold":
      return { otherwise: "0" };
    case "min-max":
      return { better: "higher", over: "group", "if-equal": "full" };
    case "on-time":
      return { late: zero };
    case "events":
      return { "once-per": "event" };
    default:
      return {};
  }
}
