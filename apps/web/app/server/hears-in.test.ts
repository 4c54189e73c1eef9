import { newId, visitor } from "@guildhall/core";
import { personActor } from "@guildhall/tenancy";
import { expect, test } from "vitest";
import { hearsIn } from "./hears-in.ts";

const personId = newId<"person">();
const somebody = (role: "viewer" | null) => personActor({ userId: newId(), personId, role });
const notice = (fact: string, subjectId: string = newId()) => ({ tenantId: newId(), fact, subjectId });

test("a bell rings for its owner alone", () => {
  for (const role of ["viewer", null] as const) {
    expect(hearsIn(somebody(role))(notice("notify.rung", personId))).toBe(true);
    expect(hearsIn(somebody(role))(notice("notify.rung"))).toBe(false);
  }
  expect(hearsIn(visitor)(notice("notify.rung", personId))).toBe(false);
});

test("what happens in the workspace is for those who may enter it", () => {
  expect(hearsIn(somebody("viewer"))(notice("people.person-created"))).toBe(true);
  expect(hearsIn(somebody(null))(notice("people.person-created"))).toBe(false);
  expect(hearsIn(somebody(null))(notice("tenancy.settings-changed"))).toBe(false);
});
