import fc from "fast-check";
import { expect, test } from "vitest";
import { createPersonInput } from "./person.ts";

test("a schema takes its own output again", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.option(fc.emailAddress(), { nil: undefined }),
      fc.constantFrom("", "+86 138 0013 8000", undefined),
      (fullName, email, phone) => {
        const parsed = createPersonInput.safeParse({ fullName, email, phone });
        if (parsed.success) expect(createPersonInput.parse(parsed.data)).toEqual(parsed.data);
      },
    ),
  );
});

test.each([
  ["nothing", "", "people.name-missing"],
  ["blanks", " \u3000\t ", "people.name-missing"],
  ["too much", "长".repeat(201), "core.text-too-long?most=200"],
  ["a null byte", "Bobby\u0000Tables", "core.text-control"],
  ["a turned direction", "\u202egnp.exe", "core.text-control"],
])("a name of %s is refused with its own code", (_, fullName, code) => {
  expect(createPersonInput.safeParse({ fullName }).error?.issues[0]?.message).toBe(code);
});

test.each(["陈雨泽", "Zoë Ó Súilleabháin", "Null", "True", "Jr", "'; drop table person; --", "👩‍🌾 Ada", "欧阳"])(
  "%s is a name",
  (fullName) => {
    expect(createPersonInput.parse({ fullName }).fullName).toBe(fullName);
  },
);
