import { newId } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { readTables } from "@guildhall/db/copy";
import type { FileStore } from "@guildhall/files";
import { testNow } from "@guildhall/testing";
import { beforeAll, expect, test } from "vitest";
import { openArchive } from "./test/archives.ts";
import { givenWorld, type World } from "./test/given-world.ts";
import { useTransfer } from "./test/use-transfer.ts";

const { here, there, exported, imported, remains } = useTransfer();
let world: World;
let neighbour: World;

beforeAll(async () => {
  world = await givenWorld(here(), "Mine");
  neighbour = await givenWorld(here(), "Neighbour");
});

async function contentOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  const { entries } = await openArchive(bytes);
  entries.set("manifest.json", Buffer.from(String(entries.get("manifest.json")).replace(/"takenAt": "[^"]+"/, "")));
  return entries;
}

test("a tenant that moves is the same tenant, to the byte", async () => {
  const bytes = await exported(here(), world.hall.tenant.id);
  expect(await imported(bytes)).toBe(world.hall.tenant.id);
  const again = await contentOf(await exported(there(), world.hall.tenant.id));
  expect(again).toEqual(await contentOf(bytes));
  expect([...again.keys()].filter((name) => name.startsWith("files/")).sort()).toEqual(
    world.keys.map((key) => `files/${key}`).sort(),
  );
});

test("every table of a tenant goes along, and what is in it has rows in this test", async () => {
  const bytes = await exported(here(), world.hall.tenant.id);
  const { entries, seal } = await openArchive(bytes);
  const tables = await readTables(async (text) => (await here().db.owner.query(text)).rows);
  const ofTenants = tables.filter(
    ({ schema, name, columns }) =>
      schema === "public" && columns.some((column) => column.name === "tenant_id") && name !== "field_entry",
  );
  const several: Record<string, number> = {
    audience: 7,
    audience_member: 3,
    person: 3,
    notification: 2,
    document_scope: 2,
  };
  const rows = Object.fromEntries(ofTenants.map(({ name }) => [name, several[name] ?? 1]));
  expect(seal).toMatchObject({ rows: { ...rows, file: 1 }, users: 1, files: 2, missingFiles: 0 });
  for (const { name } of ofTenants) expect(entries.has(`tables/${name}/000001.jsonl`), name).toBe(true);
});

test("nothing of a neighbour's and no credential is in an export", async () => {
  const { entries } = await openArchive(await exported(here(), world.hall.tenant.id));
  const everything = Buffer.concat([...entries].flatMap(([name, content]) => [Buffer.from(name), content]));
  expect(everything.includes("Mine")).toBe(true);
  for (const secret of ["Neighbour", "neighbour", neighbour.hall.tenant.id, neighbour.owner, "argon2id"])
    expect(everything.includes(secret), secret).toBe(false);
  expect(String(entries.get("users/000001.jsonl"))).toBe(`{"id":"${world.owner}","email":"mine@hall.example"}\n`);
});

test("a change made while an export runs is not in it", async () => {
  const before = await contentOf(await exported(here(), world.hall.tenant.id));
  const { db, store } = here();
  const add = "insert into suppression values ($1, 'sms', '+86', 'by-hand', $2)";
  let visits = 0;
  const database: Database = {
    ...db.database,
    async withPlatform(...visit) {
      if (++visits === 2) await db.owner.query(add, [world.hall.tenant.id, testNow]); // the tenant is found; users are looked up
      return db.database.withPlatform(...visit);
    },
  };
  const bytes = await exported({ db: { database }, store }, world.hall.tenant.id);
  expect((await db.owner.query("delete from suppression where address = '+86'")).rowCount).toBe(1);
  expect(await contentOf(bytes)).toEqual(before);
});

test("a tenant that is nobody's is not found, and its stream is broken off", async () => {
  await expect(exported(here(), newId<"tenant">())).rejects.toMatchObject({ kind: "not-found" });
});

test("files that the store has lost hold nobody back", async () => {
  const { db, store } = here();
  const get: FileStore["get"] = async (key) => (key === world.keys[0] ? null : store.get(key));
  await imported(await exported({ db, store: { get } }, world.hall.tenant.id));
  expect(await there().store.exists(world.keys[1])).toBe(true);
  const { seal } = await openArchive(await exported(there(), world.hall.tenant.id));
  expect(seal).toMatchObject({ files: 1, missingFiles: 1 });
});

test("a tenant is not brought in twice, nor under an address that is taken", async () => {
  const bytes = await exported(here(), world.hall.tenant.id);
  const { id, slug } = world.hall.tenant;
  await there().db.owner.query("insert into tenant (id, slug, name, created_at) values ($1, $2, 'Other', $3)", [
    newId(),
    slug,
    testNow,
  ]);
  await expect(imported(bytes)).rejects.toMatchObject({ kind: "conflict", code: "transfer.slug-taken" });
  await imported(bytes, { slug: "moved-in" });
  await expect(imported(bytes, { slug: "moved-again" })).rejects.toMatchObject({ code: "transfer.tenant-exists" });
  const { rows } = await there().db.owner.query("select slug, version from tenant where id = $1", [id]);
  expect(rows).toEqual([{ slug: "moved-in", version: 1 }]);
  expect(await there().store.exists(world.keys[0])).toBe(true);
});

test("of two imports at once one brings the tenant in, and its files stay", async () => {
  const bytes = await exported(here(), world.hall.tenant.id);
  const outcomes = await Promise.allSettled([imported(bytes), imported(bytes)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "transfer.tenant-exists" },
  });
  const again = await contentOf(await exported(there(), world.hall.tenant.id));
  expect(again).toEqual(await contentOf(bytes));
});

test("who signs in is found by e-mail, and everything they did is still theirs", async () => {
  const known = newId<"user_account">();
  await there().db.owner.query(
    "insert into user_account (id, email, password_hash, created_at) values ($1, 'mine@hall.example', 'kept', $2)",
    [known, testNow],
  );
  await imported(await exported(here(), world.hall.tenant.id));
  for (const [table, column] of [
    ["login", "user_id"],
    ["audit_entry", "actor_user_id"],
    ["change_set", "actor_user_id"],
  ])
    expect((await there().db.owner.query(`select ${column} as id from ${table}`)).rows, table).toEqual([{ id: known }]);
  expect((await there().db.owner.query("select id, password_hash from user_account")).rows).toEqual([
    { id: known, password_hash: "kept" },
  ]);
});

test("somebody new is made without a password, under another id where theirs is somebody else's", async () => {
  await there().db.owner.query(
    "insert into user_account (id, email, created_at) values ($1, 'else@hall.example', $2)",
    [world.owner, testNow],
  );
  await imported(await exported(here(), world.hall.tenant.id));
  const { rows } = await there().db.owner.query(
    "select u.id <> $1 as other, u.password_hash, u.email_verified_at, u.is_operator from login l join user_account u on u.id = l.user_id where u.email = 'mine@hall.example'",
    [world.owner],
  );
  expect(rows).toEqual([{ other: true, password_hash: null, email_verified_at: null, is_operator: false }]);
});

test("what is to be done before the tenant is seen is done in the same transaction", async () => {
  const bytes = await exported(here(), world.hall.tenant.id);
  const settling = imported(bytes, {
    settle: async (ctx) => {
      expect(await ctx.db.selectFrom("message").select("state").execute()).toEqual([{ state: "queued" }]);
      throw new Error("the mail house is closed");
    },
  });
  await expect(settling).rejects.toThrow("the mail house is closed");
  expect((await remains()).filter((left) => JSON.stringify(left) !== '{"left":"mine@hall.example"}')).toEqual([]);
});
