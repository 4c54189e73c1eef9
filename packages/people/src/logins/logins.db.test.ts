import { rejects } from "node:assert/strict";
import { createUser } from "@guildhall/auth";
import type { Id } from "@guildhall/core";
import { type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { addLogin } from "./add-login.ts";
import { findAccess, listTenantsOfUser } from "./find-access.ts";

const db = useDatabase();

let users = 0;
const someUser = () => createUser(db.database, { email: `login-${++users}@guildhall.example`, password: null });
const join = (
  hall: GivenTenant,
  userId: Id<"user_account">,
  role: "owner" | "viewer" | null,
  email = `${userId}@example.com`,
) => hall.inside((ctx) => addLogin(ctx, { userId, fullName: "陈雨泽", email, role }));
const access = (slug: string, userId: Id<"user_account"> | null) =>
  db.database.withPlatform("sign-in", (platform) => findAccess(platform, slug, userId));

test("a user is a person with their role in the halls they joined, and a visitor in the others", async () => {
  const [hall, other] = [await given(db).tenant(), await given(db).tenant()];
  const userId = await someUser();
  const personId = await join(hall, userId, "viewer");
  const inside = await access(hall.tenant.slug, userId);
  expect(inside).toMatchObject({
    tenant: { id: hall.tenant.id },
    actor: { kind: "person", personId, userId, role: "viewer" },
    personName: "陈雨泽",
  });
  expect(inside?.actor.can("people.view")).toBe(true);
  expect(inside?.actor.can("people.edit")).toBe(false);
  expect(await access(other.tenant.slug, userId)).toMatchObject({ actor: { kind: "visitor" }, personName: null });
  expect(await access(hall.tenant.slug, null)).toMatchObject({ actor: { kind: "visitor" } });
  expect(await access("no-such-hall", userId)).toBeNull();
});

test("a member without a role may do nothing that needs one", async () => {
  const hall = await given(db).tenant();
  const userId = await someUser();
  await join(hall, userId, null);
  const found = await access(hall.tenant.slug, userId);
  expect(found?.actor).toMatchObject({ kind: "person", role: null });
  expect(found?.actor.can("workspace.enter")).toBe(false);
});

test("a user lists their own halls by name, with the role in each", async () => {
  const userId = await someUser();
  const [b, a] = [await given(db).tenant({ name: "B hall" }), await given(db).tenant({ name: "A hall" })];
  await join(b, userId, "owner");
  await join(a, userId, null);
  await join(await given(db).tenant({ name: "Not theirs" }), await someUser(), "owner");
  expect(await db.database.withPlatform("sign-in", (platform) => listTenantsOfUser(platform, userId))).toMatchObject([
    { name: "A hall", role: null },
    { name: "B hall", role: "owner" },
  ]);
});

test("one login a user and hall, one person an address: what does not fit leaves nothing behind", async () => {
  const hall = await given(db).tenant();
  const [one, two] = [await someUser(), await someUser()];
  await join(hall, one, "owner", "taken@example.com");
  await rejects(join(hall, two, "viewer", "taken@example.com"), { code: "people.identity-taken" });
  await rejects(join(hall, one, "viewer", "other@example.com"), { code: "people.login-taken" });
  expect((await db.owner.query("select from person where tenant_id = $1", [hall.tenant.id])).rowCount).toBe(1);
});
