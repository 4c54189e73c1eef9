import { rejects } from "node:assert/strict";
import { newId } from "@guildhall/core";
import { given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { resumeTenant, suspendTenant } from "./suspend-tenant.ts";

const db = useDatabase();
const operatorId = newId<"user_account">();

test("a hall is suspended and resumed by the operator, and both stand in its history once", async () => {
  const { tenant } = await given(db).tenant();
  const operation = { tenantId: tenant.id, operatorId, requestId: "r1" };
  await suspendTenant(db.database, operation);
  await suspendTenant(db.database, operation);
  const status = async () => (await db.owner.query("select status from tenant where id = $1", [tenant.id])).rows;
  expect(await status()).toEqual([{ status: "suspended" }]);
  await resumeTenant(db.database, operation);
  expect(await status()).toEqual([{ status: "active" }]);
  const { rows } = await db.owner.query(
    "select action, actor_user_id, before, after, request_id from audit_entry where tenant_id = $1 order by id",
    [tenant.id],
  );
  const by = { actor_user_id: operatorId, request_id: "r1" };
  expect(rows).toEqual([
    { action: "tenant.suspended", ...by, before: { status: "active" }, after: { status: "suspended" } },
    { action: "tenant.resumed", ...by, before: { status: "suspended" }, after: { status: "active" } },
  ]);
});

test("a hall that is not there cannot be suspended", async () => {
  const operation = { tenantId: newId<"tenant">(), operatorId, requestId: null };
  await rejects(suspendTenant(db.database, operation), { code: "core.not-found" });
});
