import { caseSchema, fileSchema, pastSchema, states, unitExpectSchema, unitSchema } from "../cases/schema.ts";
import { eventColumns } from "../evidence/events.ts";
import { dayText, limited, none, someOf, where } from "./constraints.ts";
import { convert, type Definitions } from "./convert.ts";
import { describeEach, describeKeys, inBoth, type Json } from "./described.ts";
import { caseFileTexts, casesText, caseTexts, pastTexts, unitTexts } from "./descriptions/cases.ts";
import { columnTexts } from "./descriptions/file.ts";
import { changed, choice, ref } from "./parts.ts";
import { figureScalar, numberScalar, placeScalar, textScalar } from "./scalars.ts";

/**
 * The JSON Schema of case files, for editors, as that of rubrics: what a shape cannot say is left to `test`,
 * and nothing that `test` takes is refused here.
 */
export function casesJsonSchema(): Json {
  const definitions: Definitions = {};
  const file = handedIn(convert(fileSchema, definitions));
  const one = edited(expecting(handedIn(convert(caseSchema, definitions))), {
    units: (units) => ({ ...units, additionalProperties: ref("unit") }),
  });
  const unit = expecting(handedIn(convert(unitSchema, definitions)));
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    description: inBoth(casesText),
    ...describeKeys(edited(file, { cases: (cases) => ({ ...cases, items: ref("case") }) }), caseFileTexts),
    definitions: {
      case: limited(describeKeys(one, caseTexts), caseConstraints),
      unit: { ...describeKeys(unit, unitTexts), ...orNothing },
      given: { ...orNothing, additionalProperties: ref("value") },
      value: {
        type: [...cell.type, "array", "object"],
        items: ref("value"),
        additionalProperties: ref("value"),
      },
      past: choice(
        { type: "object" },
        describeKeys(
          edited(convert(pastSchema, definitions), {
            total: () => numberScalar,
            exact: () => figureScalar,
            rank: () => placeScalar,
            units: () => placeScalar,
          }),
          pastTexts,
        ),
        cell,
      ),
      event: {
        type: "object",
        properties: describeEach(Object.fromEntries(eventColumns.map((key) => [key, cell])), columnTexts),
        additionalProperties: cell,
      },
      ...definitions,
    },
  };
}

/** What may stand in a cell of a CSV file. What an editor reads as nothing is a blank cell. */
const cell = { type: ["string", "number", "boolean", "null"] } satisfies Json;
/** A map, or nothing after the colon. */
const orNothing = { type: ["object", "null", "string"], maxLength: 0 } satisfies Json;

type Edits = Readonly<Record<string, (part: Json) => Json>>;

/** A copy in which each of these properties is what its edit makes of it. */
const edited = (json: Json, edits: Edits): Json =>
  Object.entries(edits).reduce((copy, [key, edit]) => changed(copy, ["properties", key], edit), json);

/** With what zod leaves open: values are read by hand. */
const handedIn = (json: Json): Json =>
  edited(json, {
    given: () => ref("given"),
    events: (events) => ({ ...events, items: ref("event") }),
    history: (history) => ({ ...history, additionalProperties: ref("past") }),
    phases: (phases) => ({ ...phases, additionalProperties: ref("given") }),
    ...(json.properties?.["as-of"] === undefined ? {} : { "as-of": () => ({ ...textScalar, ...dayText }) }),
  });

const expecting = (json: Json): Json =>
  edited(json, {
    expect: (expect) =>
      edited(expect, {
        total: () => figureScalar,
        exact: () => figureScalar,
        rank: () => placeScalar,
        points: (points) => ({ ...points, additionalProperties: figureScalar }),
        states: (words) => ({ ...words, additionalProperties: { enum: [...states] } }),
      }),
  });

const caseConstraints: readonly Json[] = [
  someOf(["expect", "units"], {
    zh: "用例要写应当得出什么：expect，或 units 里各单位的 expect",
    en: "a case says what should come out: expect, or that of each of its units",
  }),
  where(["units"], {
    properties: {
      expect: none(Object.keys(unitExpectSchema.shape), {
        zh: "几个单位的，把这些写在各单位的 expect 里",
        en: "with several units, this belongs to the expect of each",
      }),
    },
  }),
];
