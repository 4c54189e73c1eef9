import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inviteesSchema, mostInvitees, readInvitees } from "./invitee-list.ts";

const read = (text: string) => readInvitees(text).map(({ invitee }) => invitee && [invitee.fullName, invitee.email]);

describe("a list is read however it was pasted", () => {
  test.each<[string, string, ([string | null, string] | null)[]]>([
    ["one address", "li@example.com", [[null, "li@example.com"]]],
    ["capitals and room around", "  LI@Example.COM \n", [[null, "li@example.com"]]],
    [
      "one a line",
      "a@x.cn\r\nb@x.cn\n\nc@x.cn",
      [
        [null, "a@x.cn"],
        [null, "b@x.cn"],
        [null, "c@x.cn"],
      ],
    ],
    [
      "commas, semicolons, tabs, spaces",
      "a@x.cn, b@x.cn; c@x.cn\td@x.cn e@x.cn",
      ["a", "b", "c", "d", "e"].map((each) => [null, `${each}@x.cn`]),
    ],
    ["Chinese marks", "a@x.cn，b@x.cn；c@x.cn、d＠x.cn", ["a", "b", "c", "d"].map((each) => [null, `${each}@x.cn`])],
    [
      "names in front",
      "Li Lei <li@x.cn>, 韩梅梅 <han@x.cn>",
      [
        ["Li Lei", "li@x.cn"],
        ["韩梅梅", "han@x.cn"],
      ],
    ],
    ["full-width brackets", "李雷＜li@x.cn＞", [["李雷", "li@x.cn"]]],
    [
      "a quoted name with its own comma",
      '"Lei, Li" <li@x.cn>; b@x.cn',
      [
        ["Lei, Li", "li@x.cn"],
        [null, "b@x.cn"],
      ],
    ],
    [
      "a family name first",
      "Lei, Li <li@x.cn>, Han, Meimei <han@x.cn>",
      [
        ["Lei, Li", "li@x.cn"],
        ["Han, Meimei", "han@x.cn"],
      ],
    ],
    ["a name without brackets", "李 雷 li@x.cn", [["李 雷", "li@x.cn"]]],
    ["a link to mail", "mailto:li@x.cn", [[null, "li@x.cn"]]],
    ["brackets alone", "<li@x.cn>", [[null, "li@x.cn"]]],
    ["what is none", "li@@x, nobody; <>, ;", [null, null, null]],
    ["a name that turns round", "a\u202eb <li@x.cn>", [null]],
    ["no address in brackets", "Li Lei <li>", [null]],
  ])("%s", (_, text, expected) => expect(read(text)).toEqual(expected));
});

test("whoever is written down one way or another is read again", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."abcdefghij0123456789"), minLength: 1, maxLength: 12 });
  const invitee = fc.record({
    email: fc.tuple(letters, letters).map(([user, host]) => `${user}@${host}.example`),
    fullName: fc.option(fc.constantFrom("Li Lei", "韩梅梅", "José García", "O'Neil")),
  });
  const separator = fc.constantFrom("\n", ", ", ";", "；", "\t", "，", "\r\n\r\n");
  fc.assert(
    fc.property(fc.array(fc.tuple(invitee, separator), { minLength: 1, maxLength: 30 }), (list) => {
      const written = list
        .map(([{ email, fullName }, mark]) => (fullName === null ? email : `${fullName} <${email}>`) + mark)
        .join("");
      expect(readInvitees(written).map((entry) => entry.invitee)).toEqual(list.map(([each]) => each));
    }),
  );
});

test("reading anything ends, and never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      for (const { invitee } of readInvitees(text)) if (invitee) expect(invitee.email).toMatch(/^[^\s<>@]+@[^\s<>@]+$/);
    }),
    { numRuns: 40 },
  );
});

test("every one that is wrong is named, and the schema takes what it gave", () => {
  const codes = (text: string) => inviteesSchema.safeParse(text).error?.issues.map(({ message }) => message);
  expect(codes("   ")).toEqual(["people.invitees-missing"]);
  expect(codes("a@x.cn, nobody, A@x.cn, b@x")).toEqual([
    "people.invitee-malformed?address=nobody",
    "people.invitee-twice?address=a%40x.cn",
    "people.invitee-malformed?address=b%40x",
  ]);
  const many = Array.from({ length: mostInvitees }, (_, n) => `p${n}@x.cn`);
  expect(inviteesSchema.parse(inviteesSchema.parse(many.join("\n")))).toBe(many.join("\n"));
  expect(codes([...many, "one-more@x.cn"].join("\n"))).toEqual([`people.invitees-too-many?most=${mostInvitees}`]);
});
