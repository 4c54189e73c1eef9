import { rejects } from "node:assert/strict";
import { createUser } from "@guildhall/auth";
import { hasConsent } from "@guildhall/mail";
import { actorWith, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { addLogin } from "../logins/add-login.ts";
import { editPerson } from "../people/edit-person.ts";
import { givenField } from "../test/given-field.ts";
import { correctMyFields } from "./correct-my-fields.ts";
import { getMyRecord } from "./my-record.queries.ts";
import { sayMyConsents } from "./say-my-consents.ts";

const db = useDatabase();

async function givenMember() {
  const hall = await given(db).tenant();
  const email = "member@example.com";
  const userId = await createUser(db.database, { email: `${hall.tenant.id}@accounts.example`, password: null });
  const id = await hall.inside((ctx) => addLogin(ctx, { userId, fullName: "何小满", email, role: null }));
  const size = await givenField(hall, { name: "Size", settings: { memberMay: "correct" } });
  const since = await givenField(hall, { name: "Since", settings: { memberMay: "see" } });
  const secret = await givenField(hall, { name: "Worth" });
  await hall.inside((ctx) =>
    editPerson(ctx, { personId: id, changes: { fields: { [size]: "M", [since]: "2019", [secret]: "high" } } }),
  );
  const me = { ...actorWith(id), userId };
  const inside = <Result>(work: Parameters<typeof hall.inside<Result>>[0]) => hall.inside(work, me);
  return { hall, id, inside, size, since, secret, email };
}

test("a member sees of their record what the hall shows them, and nothing that staff keep for themselves", async () => {
  const { inside, size, since, email } = await givenMember();
  const record = await inside((ctx) => getMyRecord(ctx));
  expect(record.values).toEqual({ [size]: "M", [since]: "2019" });
  expect(record.identities).toMatchObject([{ kind: "email", value: email }]);
  expect(JSON.stringify(record)).not.toMatch(/high|Worth|tags|owner|stage/);
});

test("a member corrects what is theirs to correct; the rest is closed to them, whatever they post", async () => {
  const { inside, size, since, secret } = await givenMember();
  await inside((ctx) => correctMyFields(ctx, { fields: { [size]: "L" } }));
  expect((await inside((ctx) => getMyRecord(ctx))).values[size]).toBe("L");
  for (const closed of [since, secret])
    await rejects(
      inside((ctx) => correctMyFields(ctx, { fields: { [closed]: "x" } })),
      { fields: { [`fields.${closed}`]: "people.field-unknown" } },
    );
});

test("what is ticked is agreed to and nothing else", async () => {
  const { inside, email } = await givenMember();
  const { identities } = await inside((ctx) => getMyRecord(ctx));
  const to = { channel: "email", address: email } as const;
  await inside((ctx) => sayMyConsents(ctx, { agreed: [`${identities[0]?.id}:events`] }));
  expect(await inside((ctx) => hasConsent(ctx, to, "events"))).toBe(true);
  expect(await inside((ctx) => hasConsent(ctx, to, "marketing"))).toBe(false);
  await inside((ctx) => sayMyConsents(ctx, { agreed: [] }));
  expect(await inside((ctx) => hasConsent(ctx, to, "events"))).toBe(false);
});
