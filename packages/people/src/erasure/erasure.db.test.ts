import { rejects } from "node:assert/strict";
import { createUser } from "@guildhall/auth";
import { type Actor, type Id, systemActor } from "@guildhall/core";
import { addSuppression, hasConsent, isSuppressed, queueMessage, setConsent, signInLink } from "@guildhall/mail";
import { actorWith, type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { addIdentityByHand } from "../identities/add-identity-by-hand.ts";
import { addLogin } from "../logins/add-login.ts";
import { joinAsMember } from "../members/join-hall.ts";
import { createPerson } from "../people/create-person.ts";
import { editPerson } from "../people/edit-person.ts";
import { getPersonRecord } from "../people/person-record.queries.ts";
import { relate } from "../relationships/relate.ts";
import { tagPerson } from "../tags/tag-person.ts";
import { givenField } from "../test/given-field.ts";
import { erasePerson } from "./erase-person.ts";
import { exportPerson } from "./export-person.ts";
import type { PersonTrace } from "./person-trace.ts";

const db = useDatabase();
const words = ["Zhuangzi", "zhuang", "8613911112222", "wx_butterfly", "dreams of", "Qi the fish"];

async function givenKnown() {
  const hall = await given(db).tenant();
  const [maya, clerk] = [await hall.person("Maya"), await hall.person("Clerk")];
  for (const [personId, role] of [
    [maya, "manager"],
    [clerk, "staff"],
  ])
    await db.owner.query("insert into membership (tenant_id, person_id, role, created_at) values ($1, $2, $3, now())", [
      hall.tenant.id,
      personId,
      role,
    ]);
  const manager = actorWith(maya, "people.view", "people.edit", "people.bulk-edit");
  const field = await givenField(hall, { type: "long-text" });
  const as = <Result>(work: Parameters<typeof hall.inside<Result>>[0], actor: Actor = manager) =>
    hall.inside(work, actor);
  const friend = await hall.person("Huizi");
  const id = await as((ctx) =>
    createPerson(ctx, {
      fullName: "Zhuangzi",
      email: "zhuang@dreams.example",
      phone: "+8613911112222",
      tags: ["Sages"],
      fields: { [field]: "dreams of a butterfly" },
    }),
  );
  await as((ctx) =>
    addIdentityByHand(ctx, { personId: id, kind: "handle", provider: "WeChat", value: "wx_butterfly" }),
  );
  await as((ctx) => editPerson(ctx, { personId: id, changes: { familyName: "Zhuangzi", givenName: "Zhou" } }));
  await as((ctx) => relate(ctx, { fromPersonId: friend, kind: "knows", toPersonId: id }));
  await as((ctx) => tagPerson(ctx, { personId: id, names: ["Writers"] }));
  const email = { channel: "email", address: "zhuang@dreams.example" } as const;
  await as((ctx) => setConsent(ctx, { ...email, purpose: "events", granted: true, source: "registration" }));
  await as((ctx) => addSuppression(ctx, { ...email, reason: "complaint" }));
  return { hall, clerk: actorWith(clerk, "people.view", "people.edit"), manager, as, id, friend, email, field };
}

/** Every row of every table of the hall, as text. */
async function dumpOf(hall: GivenTenant): Promise<string> {
  const { rows: tables } = await db.owner.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE' order by 1`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await db.owner.query(`select to_jsonb(t)::text as row from "${name}" t where tenant_id = $1`, [
      hall.tenant.id,
    ]);
    parts.push(...rows.map(({ row }) => `${name} ${row}`));
  }
  return parts.join("\n");
}

const foundIn = (dump: string, asked: readonly string[]) =>
  asked.flatMap((word) => dump.split("\n").filter((line) => line.toLowerCase().includes(word.toLowerCase())));

const erase = (hall: GivenTenant, personId: Id<"person">, actor: Actor, traces: readonly PersonTrace[] = []) =>
  hall.inside((ctx) => erasePerson(ctx, { personId, sure: true }, traces), actor);

test("of an erased person no table of the hall knows anything; that somebody was there stays", async () => {
  const { hall, manager, as, id } = await givenKnown();
  const userId = await createUser(db.database, { email: "zhuang@dreams.example", password: null });
  const joiner = {
    userId,
    email: "zhuang@dreams.example",
    fullName: "Zhuangzi",
    locale: "en",
    note: "dreams of",
  } as const;
  await hall.inside((ctx) => joinAsMember(ctx, { joiner, mailboxProven: true }));
  const merged = await as((ctx) => createPerson(ctx, { fullName: "Qi the fish", email: "zhuang2@dreams.example" }));
  await db.owner.query("update person set canonical_id = $1 where id = $2", [id, merged]);
  await as((ctx) =>
    queueMessage(ctx, {
      template: signInLink,
      purpose: "transactional",
      recipient: "zhuang@dreams.example",
      locale: "en",
      input: { url: "https://guildhall.example/login/link/x", minutes: 15 },
    }),
  );
  expect(foundIn(await dumpOf(hall), words).length).toBeGreaterThan(10);

  await erase(hall, merged, manager);
  expect(foundIn(await dumpOf(hall), words)).toEqual([]);
  const { rows } = await db.owner.query("select id, full_name, erased_at from person where id = any ($1)", [
    [id, merged],
  ]);
  expect(rows).toEqual([
    { id: expect.any(String), full_name: "—", erased_at: expect.any(Date) },
    { id: expect.any(String), full_name: "—", erased_at: expect.any(Date) },
  ]);
  expect((await db.owner.query("select from login where tenant_id = $1", [hall.tenant.id])).rowCount).toBe(0);
  const facts = await db.owner.query(
    "select payload from fact where tenant_id = $1 and name = 'people.person-erased'",
    [hall.tenant.id],
  );
  expect(facts.rows).toEqual([{ payload: { personId: id } }]);
  expect(await as((ctx) => getPersonRecord(ctx, id))).toMatchObject({ erasedAt: expect.any(Date), identities: [] });
  await rejects(erase(hall, id, manager), { code: "core.not-found" });
});

test("who asked not to be written to is not written to again, though nobody can read who it was", async () => {
  const { hall, manager, as, id, email } = await givenKnown();
  await erase(hall, id, manager);
  expect(await as((ctx) => isSuppressed(ctx, email))).toBe(true);
  expect(await as((ctx) => hasConsent(ctx, email, "events"))).toBe(false);
  expect(await as((ctx) => isSuppressed(ctx, { ...email, address: "else@dreams.example" }))).toBe(false);
});

test("whoever comes again is somebody new, and their old address is free", async () => {
  const { hall, manager, as, id } = await givenKnown();
  await erase(hall, id, manager);
  const again = await as((ctx) => createPerson(ctx, { fullName: "Zhuangzi", email: "zhuang@dreams.example" }));
  expect(again).not.toBe(id);
});

test("every package that keeps traces is asked, in the same transaction: one that fails keeps all", async () => {
  const { hall, manager, id } = await givenKnown();
  const asked: unknown[] = [];
  const trace: PersonTrace = {
    name: "notes",
    collect: async () => [],
    erase: async (_, person) => {
      asked.push(person);
    },
  };
  const failing: PersonTrace = {
    ...trace,
    erase: () => Promise.reject(new Error("not now")),
  };
  await rejects(erase(hall, id, manager, [trace, failing]), /not now/);
  expect(foundIn(await dumpOf(hall), ["Zhuangzi"])).not.toEqual([]);
  expect(asked).toMatchObject([{ id, ids: [id], emails: ["zhuang@dreams.example"], phones: ["+8613911112222"] }]);
});

test("staff leave before they are forgotten, so a hall is never left to nobody", async () => {
  const hall = await given(db).tenant();
  const userId = await createUser(db.database, { email: "owner@erasure.example", password: null });
  const owner = await hall.inside((ctx) =>
    addLogin(ctx, { userId, fullName: "Owner", email: "owner@erasure.example", role: "owner" }),
  );
  await rejects(erase(hall, owner, systemActor), { code: "people.erase-of-staff" });
});

test("only who may, and who means it: a neighbour's person is not there", async () => {
  const { hall, clerk, id, manager } = await givenKnown();
  const neighbour = await (await given(db).tenant()).person();
  await rejects(erase(hall, neighbour, manager), { code: "core.not-found" });
  await rejects(erase(hall, id, clerk), { code: "core.forbidden" });
  await rejects(hall.inside((ctx) => erasePerson(ctx, { personId: id }, []), manager));
  await erase(hall, id, actorWith(id));
  expect(foundIn(await dumpOf(hall), words)).toEqual([]);
});

test("all that is kept of somebody can be handed over, and that it was is written down", async () => {
  const { hall, as, id, clerk } = await givenKnown();
  const trace: PersonTrace = {
    name: "notes",
    collect: async () => [{ text: "likes fish" }],
    erase: () => Promise.resolve(),
  };
  const kept = JSON.stringify(await as((ctx) => exportPerson(ctx, { personId: id }, [trace])));
  for (const word of [
    "Zhuangzi",
    "zhuang@dreams.example",
    "wx_butterfly",
    "dreams of a butterfly",
    "Sages",
    "likes fish",
    "Huizi",
  ])
    expect(kept).toContain(word);
  const { rows } = await db.owner.query(
    "select action from audit_entry where tenant_id = $1 order by id desc limit 1",
    [hall.tenant.id],
  );
  expect(rows).toEqual([{ action: "person.exported" }]);
  await rejects(
    hall.inside((ctx) => exportPerson(ctx, { personId: id }, []), clerk),
    { code: "core.forbidden" },
  );
});
