import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flatMap } from "../../src/base/flat-map.ts";

describe("gathering what is said of each item of a list", () => {
  test("gives what the language's own gives", () => {
    const said = fc.oneof(fc.integer(), fc.constant(undefined), fc.array(fc.integer(), { maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(said), (list) => {
        expect(flatMap(list, (one) => one)).toEqual(list.flat());
        expect(flatMap(list, (one, index) => [index, one])).toEqual(
          list.flatMap((one, index) => [index, one]),
        );
      }),
    );
  });
});
