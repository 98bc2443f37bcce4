import * as z from "zod";
import { shapeProblem } from "./misread.ts";

/**
 * A map of these keys and no others, as `z.strictObject`, that looks only at the keys that are there: an item of a rubric
 * has few of all that it may have.
 */
export function keyed<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const made: z.ZodObject = new Keyed({ type: "object", shape, catchall: z.never() });
  return made as z.ZodObject<Shape, z.core.$strict>; // `Keyed` is for any shape
}

const ObjectType: z.core.$constructor<z.ZodObject> = z.ZodObject;
const Keyed: z.core.$constructor<z.ZodObject> = z.core.$constructor("Keyed", (schema, def) => {
  ObjectType.init(schema, def);
  let needed: readonly string[] | undefined;
  schema._zod.parse = (payload, context) => {
    const { value: input } = payload;
    if (!z.core.util.isObject(input)) {
      payload.issues.push({ code: "invalid_type", expected: "object", input, inst: schema });
      return payload;
    }
    const { shape } = def;
    const output: Record<string, unknown> = {};
    const unknown: string[] = [];
    const take = (key: string): void => {
      const result = shape[key]?._zod.run({ value: input[key], issues: [] }, context);
      if (result === undefined || result instanceof Promise) throw new z.core.$ZodAsyncError();
      if (result.issues.length > 0) payload.issues.push(...z.core.util.prefixIssues(key, result.issues));
      else output[key] = result.value;
    };
    for (const key of Object.keys(input)) {
      if (Object.hasOwn(shape, key)) take(key);
      else unknown.push(key);
    }
    needed ??= Object.keys(shape).filter((key) => shape[key]?._zod.optin === undefined);
    for (const key of needed) if (!Object.hasOwn(input, key)) take(key);
    if (unknown.length > 0)
      payload.issues.push({ code: "unrecognized_keys", keys: unknown, input, inst: schema });
    payload.value = output;
    return payload;
  };
});

export interface Shapes {
  readonly text?: z.ZodType;
  readonly list?: z.ZodType;
  readonly map?: z.ZodType;
}
/** Its `shapes` can be looked at: the JSON Schema is made of them. */
type ByShape<S extends Shapes> = z.ZodType<z.output<NonNullable<S[keyof S]>>> & { readonly shapes: S };

/** One of several schemas, chosen by what stands there, so that findings are about the one meant. */
export function byShape<S extends Shapes>(shapes: S): ByShape<S> {
  const chosen = new Chosen({ type: "custom", shapes });
  return Object.assign(chosen, { shapes }) as unknown as ByShape<S>; // chosen at run time: zod cannot see the results
}

const AnyType: z.core.$constructor<z.ZodType> = z.ZodType;
const Chosen: z.core.$constructor<z.ZodType, ChosenDef> = z.core.$constructor("Chosen", (schema, def) => {
  AnyType.init(schema, def);
  const { text, list, map } = def.shapes;
  const expected = Object.keys(def.shapes);
  schema._zod.parse = (payload, context) => {
    const { value: input } = payload;
    const chosen = typeof input === "string" ? text : Array.isArray(input) ? list : map;
    if (chosen !== undefined) return chosen._zod.run(payload, context);
    const problem = shapeProblem(expected, input);
    payload.issues.push({ code: "custom", message: problem.code, params: { problem }, input, inst: schema });
    return payload;
  };
});
interface ChosenDef extends z.core.$ZodTypeDef {
  readonly shapes: Shapes;
}
