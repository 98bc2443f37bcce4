import { kindsAdded, type overlayKeys, placeKeys } from "../rubric/overlay.ts";
import { oneOf, someOf } from "./constraints.ts";
import { describeEach, inBoth, type Json } from "./described.ts";
import { addedTexts, changedText, droppedKeysText, overlayTexts } from "./descriptions/overlay.ts";
import { choice, ref } from "./parts.ts";
import { textScalar } from "./scalars.ts";

const textOrList: Json = { anyOf: [ref("text"), { type: "array", items: ref("text") }] };

/** The keys of a file that extends another; `changeable` are those of all that can be changed. */
export const overlayProperties = (): Record<string, Json> => {
  const shapes: Record<(typeof overlayKeys)[number], Json> = {
    extends: { ...textScalar },
    change: { type: "object", additionalProperties: ref("change") },
    add: { type: "array", items: ref("addition") },
    drop: textOrList,
  };
  return describeEach(shapes, overlayTexts);
};

/** What `add` takes: one indicator, gate or veto, and where it goes. */
export function additionDefinition(): Json {
  const shapes: Record<(typeof kindsAdded)[number] | (typeof placeKeys)[number], Json> = {
    into: ref("text"),
    after: ref("text"),
    before: ref("text"),
    indicator: ref("node"),
    gate: ref("gate"),
    veto: ref("veto"),
  };
  return {
    type: "object",
    properties: describeEach(shapes, addedTexts),
    additionalProperties: false,
    allOf: [
      oneOf(kindsAdded, {
        zh: "要有 indicator、gate 或 veto 之一",
        en: "one of indicator, gate and veto is needed",
      }),
      choice(
        { required: ["indicator"] },
        someOf(placeKeys, {
          zh: "指标要写加在哪里：into、after 或 before",
          en: "an indicator says where it goes: into, after or before",
        }),
        { properties: { into: false } },
      ),
      choice({ required: ["after"] }, { properties: { before: false } }),
    ],
  };
}

/**
 * What `change` takes for an id: which kind of thing has it, the file alone does not say. So every key of
 * any kind may stand, with what any of those kinds takes for it.
 */
export function changeDefinition(kinds: readonly Readonly<Record<string, Json | boolean>>[]): Json {
  const properties = new Map<string, Json[]>();
  for (const keys of kinds) {
    for (const [key, part] of Object.entries(keys)) {
      if (typeof part === "boolean" || unchangeable.includes(key)) continue;
      const parts = properties.get(key) ?? [];
      properties.set(key, parts.some((known) => takesTheSame(known, part)) ? parts : [...parts, part]);
    }
  }
  const drop = { ...textOrList, description: inBoth(droppedKeysText) };
  return {
    type: "object",
    description: inBoth(changedText),
    properties: {
      ...Object.fromEntries([...properties].map(([key, parts]) => [key, anyOf(parts)])),
      drop,
    },
    additionalProperties: false,
  };
}

/** They say which thing it is, and what stands inside; `drop` and `add` are for that. */
const unchangeable: readonly string[] = ["id", "indicators"];

/** One of several, with all that is said of it. */
const anyOf = (parts: readonly Json[]): Json => {
  const [first = {}, ...others] = parts;
  if (others.length === 0) return first;
  const said = parts.flatMap(({ description }) => description ?? []);
  return { description: said.join("\n\n"), anyOf: parts.map(bare) };
};

const bare = ({ description: _, ...rest }: Json): Json => rest;

const takesTheSame = (one: Json, other: Json): boolean =>
  JSON.stringify(bare(one)) === JSON.stringify(bare(other));
