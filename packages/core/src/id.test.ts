import fc from "fast-check";
import { expect, test } from "vitest";
import { idSchema, isUuid, newId } from "./id.ts";

test("a fresh id is a UUIDv7 that sorts by the time it was made", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 47 }), fc.integer({ min: 1, max: 2 ** 40 }), (at, later) => {
      const [first, second] = [newId(at), newId(at + later)];
      expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(first < second).toBe(true);
      expect(Number.parseInt(first.replaceAll("-", "").slice(0, 12), 16)).toBe(at);
    }),
  );
});

test("ten thousand ids of one instant are ten thousand ids", () => {
  expect(new Set(Array.from({ length: 10_000 }, () => newId(0))).size).toBe(10_000);
});

test("what is no id is refused with a code", () => {
  const schema = idSchema("person");
  for (const wrong of ["", "1", "'; drop table person", newId().toUpperCase(), `${newId()} `]) {
    expect(isUuid(wrong)).toBe(false);
    expect(schema.safeParse(wrong).error?.issues[0]?.message).toBe("core.id-malformed");
  }
});
