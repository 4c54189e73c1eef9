import { newId, visitor } from "@guildhall/core";
import { personActor } from "@guildhall/tenancy";
import { expect, test } from "vitest";
import { hearsIn } from "./hears-in.ts";

const personId = newId<"person">();
const somebody = (role: "viewer" | null) => personActor({ userId: newId(), personId, role });
const notice = (fact: string, subjectId: string = newId()) => ({ tenantId: newId(), fact, subjectId });

test.each(["notify.rung", "timeline.own-grown"])("whose it is hears of it, and nobody else: %s", (fact) => {
  for (const role of ["viewer", null] as const) {
    expect(hearsIn(somebody(role))(notice(fact, personId))).toBe(true);
    expect(hearsIn(somebody(role))(notice(fact))).toBe(false);
  }
  expect(hearsIn(visitor)(notice(fact, personId))).toBe(false);
});

test("that staff wrote something down about a member is not theirs to hear", () => {
  expect(hearsIn(somebody("viewer"))(notice("timeline.grown", personId))).toBe(true);
  expect(hearsIn(somebody(null))(notice("timeline.grown", personId))).toBe(false);
});

test("what happens in the workspace is for those who may enter it", () => {
  expect(hearsIn(somebody("viewer"))(notice("people.person-created"))).toBe(true);
  expect(hearsIn(somebody(null))(notice("people.person-created"))).toBe(false);
  expect(hearsIn(somebody(null))(notice("tenancy.settings-changed"))).toBe(false);
});
