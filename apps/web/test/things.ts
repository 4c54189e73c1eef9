import { makeUnsubscribeToken } from "@guildhall/mail";
import { makeNoticeToken } from "@guildhall/notify";
import { expect, vi } from "vitest";
import { pictureOf } from "./picture.ts";
import { type TestHouse, testSecret } from "./use-house.ts";

const nothingYet = {
  person: "",
  staff: "",
  file: "",
  message: "",
  token: "",
  choices: "",
  hall: "",
  export: "",
  run: "",
  company: "",
  audience: "",
  space: "",
  document: "",
  open: "",
  documentFile: "",
  key: "",
  spaceKey: "",
  field: "",
  tag: "",
  note: "",
  task: "",
  kept: "",
  merged: "",
  set: "",
};

/** What the samples of routes name, by the names that stand in them: `{person}`. */
export type Things = typeof nothingYet;

/** The session cookies of those who make it. */
interface Makers {
  readonly owner: string;
  readonly operator: string;
}

interface Making extends Pick<Makers, "owner"> {
  readonly house: TestHouse;
  readonly things: Things;
}

/** One of everything that a route of 远山户外 is about. */
export async function makeThings(house: TestHouse, { owner, operator }: Makers): Promise<Things> {
  const things = { ...nothingYet };
  const making = { house, things, owner };
  const { rows } = await house.db.owner.query(
    "select p.id from person p join tenant t on t.id = p.tenant_id where t.slug = 'yuanshan' order by p.id limit 1",
  );
  things.person = rows[0].id;
  things.staff = (
    await house.db.owner.query(
      "select m.person_id from membership m join tenant t on t.id = m.tenant_id where t.slug = 'yuanshan' and m.role = 'viewer' order by 1 limit 1",
    )
  ).rows[0].person_id;
  const form = new FormData();
  form.set("picture", await pictureOf("#b3361f"), "seal.png");
  const stored = await house.ask(`/w/yuanshan/people/${things.person}`, {
    method: "POST",
    body: form,
    cookie: owner,
  });
  expect(stored.status).toBe(303);
  await house.ask("/console/work", {
    method: "POST",
    body: new URLSearchParams({ act: "mail" }),
    cookie: operator,
  });
  things.message = (await house.db.owner.query("select id from message")).rows[0].id;
  const { rows: tenants } = await house.db.owner.query("select id from tenant where slug = 'yuanshan'");
  things.hall = tenants[0].id;
  things.token = makeUnsubscribeToken(testSecret, {
    tenantId: tenants[0].id,
    channel: "email",
    address: "a@example.com",
    purpose: "events",
  });
  const { rows: members } = await house.db.owner.query(
    "select l.person_id from login l join tenant t on t.id = l.tenant_id where t.slug = 'yuanshan' limit 1",
  );
  things.choices = makeNoticeToken(testSecret, {
    tenantId: tenants[0].id,
    personId: members[0].person_id,
    stops: "team",
    writtenAt: new Date(),
  });
  await house.ask("/w/yuanshan/settings/data", {
    method: "POST",
    body: new URLSearchParams({ act: "export" }),
    cookie: owner,
  });
  const packed = async () => (await house.db.owner.query("select id from tenant_export where state = 'ready'")).rows;
  await vi.waitUntil(async () => (await packed()).length === 1, { timeout: 20_000, interval: 100 });
  things.export = (await packed())[0]?.id;
  things.file = (await house.db.owner.query("select id from file")).rows[0].id;
  things.staff = (
    await house.db.owner.query("select person_id from membership where role = 'viewer' and tenant_id = $1", [
      tenants[0].id,
    ])
  ).rows[0].person_id;
  await hangLogo(making, tenants[0].id);
  const list = new FormData();
  list.set("file", new File(["Name,E-mail\n何小满,he@example.com\n"], "list.csv"));
  const brought = await house.ask("/w/yuanshan/people/import", {
    method: "POST",
    body: list,
    cookie: owner,
  });
  things.run = brought.headers.get("location")?.split("/").at(-1) ?? "";
  await giveRecord(making, tenants[0].id);
  await putInto(making, things.open);
  await writeDown(making, tenants[0].id);
  return things;
}

/** A company, a field and a tag of the hall; the audiences of its staff are there by themselves. */
async function giveRecord({ house, things }: Making, tenantId: string): Promise<void> {
  const idOf = async (text: string) => (await house.db.owner.query(text, [tenantId])).rows[0].id;
  things.company = await idOf(
    "insert into company (tenant_id, name, created_at, updated_at) values ($1, 'Harbor', now(), now()) returning id",
  );
  things.field = await idOf(
    "insert into field (tenant_id, subject, key, name, type, created_at) values ($1, 'company', 'matrix', 'M', 'text', now()) returning id",
  );
  things.set = await idOf(
    "insert into change_set (tenant_id, kind, created_at) values ($1, 'people.merge', now()) returning id",
  );
  things.kept = await idOf(
    "insert into person (tenant_id, full_name, created_at, updated_at) values ($1, 'Kept', now(), now()) returning id",
  );
  things.merged = await idOf(
    `insert into person (tenant_id, full_name, canonical_id, created_at, updated_at)
     values ($1, 'Merged', '${things.kept}', now(), now()) returning id`,
  );
  await idOf(
    `insert into person_merge (tenant_id, kept_person_id, merged_person_id, change_set_id, merged_at)
     values ($1, '${things.kept}', '${things.merged}', '${things.set}', now()) returning id`,
  );
  things.tag = await idOf(
    "insert into tag (tenant_id, name, name_key, created_at) values ($1, 'Matrix', 'matrix', now()) returning id",
  );
  things.space = await idOf("select id from space where tenant_id = $1 order by rank limit 1");
  things.document = await idOf("select id from document where tenant_id = $1 order by id limit 1");
  things.open = await idOf(
    "select d.id from document d join space s on s.id = d.space_id where d.tenant_id = $1 order by s.rank desc, d.rank limit 1",
  );
  things.audience = await idOf("select id from audience where tenant_id = $1 and source_key = 'all-staff'");
}

/** A picture in a document that members may see, and a link by which anybody writes in the document. */
async function putInto(making: Making, documentId: string): Promise<void> {
  const { house, things, owner } = making;
  const form = new FormData();
  form.set("file", await pictureOf("#2e4a7a"), "map.png");
  const stored = await house.ask(`/w/yuanshan/docs/${documentId}/files`, {
    method: "POST",
    body: form,
    cookie: owner,
  });
  things.documentFile = (await stored.json()).fileId;
  const link = new URLSearchParams({ act: "link", role: "edit" });
  await house.ask(`/w/yuanshan/docs/${documentId}/people`, { method: "POST", body: link, cookie: owner });
  await house.ask(`/w/yuanshan/docs/spaces/${things.space}/people`, { method: "POST", body: link, cookie: owner });
  things.key = await keyOf(making, "document");
  things.spaceKey = await keyOf(making, "space");
}

/** The key of the one link that was made of such a thing. */
async function keyOf({ house }: Making, thing: "space" | "document"): Promise<string> {
  const { rows } = await house.db.owner.query(
    `select g.link_key from document_grant g join document_scope s on s.id = g.scope_id
     where g.link_key is not null and s.is_space = $1`,
    [thing === "space"],
  );
  return rows[0].link_key;
}

/** A note and a task, to be looked for by those who may not see them. */
async function writeDown({ house, things }: Making, tenantId: string): Promise<void> {
  const subject = [tenantId, things.person];
  const made = async (text: string, values: unknown[]) => (await house.db.owner.query(text, values)).rows[0].id;
  things.note = await made(
    `insert into note (tenant_id, kind, subject_type, subject_id, body, happened_at, created_at, updated_at)
     values ($1, 'note', 'person', $2, '{"type": "doc", "content": []}', now(), now(), now()) returning id`,
    subject,
  );
  things.task = await made(
    `insert into task (tenant_id, title, subject_type, subject_id, created_at, updated_at)
     values ($1, 'Call', 'person', $2, now(), now()) returning id`,
    subject,
  );
}

/** Another picture, as the hall's own: its logo. */
async function hangLogo({ house, things, owner }: Making, tenantId: string): Promise<void> {
  const form = new FormData();
  form.set("picture", await pictureOf("#1b6f54"), "logo.png");
  const place = `/w/yuanshan/people/${things.staff}`;
  await house.ask(place, { method: "POST", body: form, cookie: owner });
  const { rows } = await house.db.owner.query(
    "update file set subject_type = 'tenant', subject_id = tenant_id where tenant_id = $1 and id <> $2 returning id",
    [tenantId, things.file],
  );
  await house.db.owner.query("update tenant set logo_file_id = $1 where id = $2", [rows[0].id, tenantId]);
}
