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
    ...(rubric.years === undefined && looksBack(rubric.outcomes) ? { years: {} } : {}),
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

/** Whether some condition asks about earlier years. */
const looksBack = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some(looksBack)
    : isMap(value) &&
      !isNumber(value) &&
      (value["earlier"] !== undefined || Object.values(value).some(looksBack));

/** How a share of units becomes a number of them. */
const shareDefaults = (value: Values): Values => {
  const figure = value["among-worst"] ?? value["among-best"];
  return isMap(figure) && figure["percent"] === true ? { round: "down" } : {};
};

function defaultsAt(value: Values, path: Path, rubric: Rubric): Values {
  if ("earlier" in value) return { last: 1, times: 1, ...shareDefaults(value) };
  if ("among-worst" in value || "among-best" in value)
    return { better: "higher", over: "group", ...shareDefaults(value) };
  if (path[0] === "outcomes" && path.at(-1) === "quota")
    return { per: "group", from: "best", ...("share" in value ? { round: "down" } : {}) };
  if (path[0] === "years" && path.length === 1) return { every: 1 };
  if (path[0] === "years" && path[1] === "results" && path.length === 3) return { missing: "finding" };
  if (path.length === 1 && (path[0] === "gates" || path[0] === "vetoes")) return { missing: "finding" };
  if (path.at(-2) === "ties" || path.at(-2) === "tie-break") return { better: "higher" };
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
