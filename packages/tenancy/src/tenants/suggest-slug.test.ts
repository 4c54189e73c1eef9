import fc from "fast-check";
import { expect, test } from "vitest";
import { slugsLike, suggestSlug } from "./suggest-slug.ts";
import { slugSchema } from "./tenant.ts";

test.each([
  ["远山户外", "yuanshanhuwai"],
  ["Harbor & Pine", "harbor-and-pine"],
  ["  Müller   GmbH ", "muller-gmbh"],
  ["Ó Súilleabháin's", "o-suilleabhains"],
  ["Smørrebrød", "smorrebrod"],
  ["重庆长乐茶馆", "chongqingchanglechaguan"],
  ["上海 Tea Club", "shanghai-tea-club"],
  ["绿茶集", "lvchaji"],
  ["Ａｃｍｅ 3", "acme-3"],
  ["'; drop table tenant; --", "drop-table-tenant"],
])("%s would be found at %s", (name, slug) => {
  expect(suggestSlug(name)).toBe(slug);
});

test.each(["", "☕️", "Кафе", "A", "\u202e\u200b"])("nothing can be made of %j", (name) => {
  expect(suggestSlug(name)).toBeNull();
});

test("whatever the name, a suggestion and its likes are addresses, or there is none", { timeout: 20_000 }, () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.lorem()), (name) => {
      const slug = suggestSlug(name);
      if (slug === null) return;
      expect(slug).toMatch(/^[a-z0-9](?:[a-z0-9-]{1,46}[a-z0-9])$/);
      for (const like of slugsLike(slug)) expect(slugSchema.parse(like)).toBe(like);
    }),
    { numRuns: 50 },
  );
});

test("a long name is cut between words", () => {
  expect(suggestSlug("The Society of Friends of the Botanical Garden of Upper Elmridge")).toBe(
    "the-society-of-friends-of-the-botanical-garden",
  );
});

test("a name that the house keeps for itself is offered with a number", () => {
  expect(slugsLike("console")[0]).toBe("console-2");
});

test.each(["ｙuanshan", "yuаnshan", "yuan_shan", "yuan shan", "-yuan", "yuan-", "会馆", "yu\u200ban"])(
  "%j looks like an address and is none",
  (slug) => {
    expect(slugSchema.safeParse(slug).success).toBe(false);
  },
);
