import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { makeUnsubscribeToken } from "@guildhall/mail";
import { makeNoticeToken } from "@guildhall/notify";
import { permissionsOf, type Role, roles } from "@guildhall/tenancy/schemas";
import type { ServerBuild } from "@remix-run/node";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { listRoutes } from "../app/server/route-manifest.ts";
import { pictureOf } from "./picture.ts";
import { routeTable } from "./route-table.ts";
import { testSecret, useHouse } from "./use-house.ts";

const house = useHouse();
const build: ServerBuild = await import(pathToFileURL(join(import.meta.dirname, "../build/server/index.js")).href);
const listed = listRoutes(build);

const visitors = ["signed out", "another hall", "member", ...roles, "operator"] as const;
type Visitor = (typeof visitors)[number];

const emails: Readonly<Record<Exclude<Visitor, "signed out">, string>> = {
  "another hall": "maya@harbor.example",
  member: "member@yuanshan.example",
  owner: "lin@yuanshan.example",
  admin: "admin@yuanshan.example",
  manager: "manager@yuanshan.example",
  staff: "staff@yuanshan.example",
  viewer: "viewer@yuanshan.example",
  operator: "operator@guildhall.example",
};
const cookies = new Map<Visitor, string | null>([["signed out", null]]);
const things = {
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
const placed = (sample: string) =>
  Object.entries(things).reduce((path, [name, value]) => path.replace(`{${name}}`, value), sample);

beforeAll(async () => {
  for (const [visitor, email] of Object.entries(emails))
    cookies.set(visitors.find((each) => each === visitor) ?? "signed out", await house.signIn(email));
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
    cookie: cookies.get("owner") ?? null,
  });
  expect(stored.status).toBe(303);
  await house.ask("/console/work", {
    method: "POST",
    body: new URLSearchParams({ act: "mail" }),
    cookie: cookies.get("operator") ?? null,
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
    cookie: cookies.get("owner") ?? null,
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
  await hangLogo(tenants[0].id);
  const list = new FormData();
  list.set("file", new File(["Name,E-mail\n何小满,he@example.com\n"], "list.csv"));
  const brought = await house.ask("/w/yuanshan/people/import", {
    method: "POST",
    body: list,
    cookie: cookies.get("owner") ?? null,
  });
  things.run = brought.headers.get("location")?.split("/").at(-1) ?? "";
  await giveRecord(tenants[0].id);
  await putInto(things.open);
  await writeDown(tenants[0].id);
});

/** A company, a field and a tag of the hall; the audiences of its staff are there by themselves. */
async function giveRecord(tenantId: string): Promise<void> {
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
async function putInto(documentId: string): Promise<void> {
  const form = new FormData();
  form.set("file", await pictureOf("#2e4a7a"), "map.png");
  const owner = cookies.get("owner") ?? null;
  const stored = await house.ask(`/w/yuanshan/docs/${documentId}/files`, { method: "POST", body: form, cookie: owner });
  things.documentFile = (await stored.json()).fileId;
  const link = new URLSearchParams({ act: "link", role: "edit" });
  await house.ask(`/w/yuanshan/docs/${documentId}/people`, { method: "POST", body: link, cookie: owner });
  await house.ask(`/w/yuanshan/docs/spaces/${things.space}/people`, { method: "POST", body: link, cookie: owner });
  things.key = await keyOf("document");
  things.spaceKey = await keyOf("space");
}

/** The key of the one link that was made of such a thing. */
async function keyOf(thing: "space" | "document"): Promise<string> {
  const { rows } = await house.db.owner.query(
    `select g.link_key from document_grant g join document_scope s on s.id = g.scope_id
     where g.link_key is not null and s.is_space = $1`,
    [thing === "space"],
  );
  return rows[0].link_key;
}

/** A note and a task, to be looked for by those who may not see them. */
async function writeDown(tenantId: string): Promise<void> {
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
async function hangLogo(tenantId: string): Promise<void> {
  const form = new FormData();
  form.set("picture", await pictureOf("#1b6f54"), "logo.png");
  const place = `/w/yuanshan/people/${things.staff}`;
  await house.ask(place, { method: "POST", body: form, cookie: cookies.get("owner") ?? null });
  const { rows } = await house.db.owner.query(
    "update file set subject_type = 'tenant', subject_id = tenant_id where tenant_id = $1 and id <> $2 returning id",
    [tenantId, things.file],
  );
  await house.db.owner.query("update tenant set logo_file_id = $1 where id = $2", [rows[0].id, tenantId]);
}

test("every route is in the table, and every row of the table is a route", () => {
  expect(Object.keys(routeTable).sort()).toEqual(listed.map((route) => route.id).sort());
});

test.each(listed)("$id declares what the table says", ({ id, loader, action }) => {
  const row = routeTable[id];
  if (!row) return expect.unreachable("the table lacks it");
  const { area, permission, access, machine, methods } = row;
  const declared = {
    area,
    ...(permission && { permission }),
    ...(access && { access }),
    ...(machine && { machine }),
  };
  if (loader) expect(loader).toEqual(declared);
  if (action) expect(action).toEqual(declared);
  expect(methods.includes("POST")).toBe(action !== null);
});

type Asked = (typeof routeTable)[string];
/** Signed in, and nobody in this hall. */
const strangers: ReadonlySet<Visitor> = new Set<Visitor>(["another hall", "operator"]);

/** Where a visitor ends up: the status that the table of roles asks for, or null for "let in". */
function refusal({ area, permission, access, granted }: Asked, visitor: Visitor, method: string): number | null {
  const signedOut = visitor === "signed out";
  const toLogin = method === "GET" ? 302 : 401;
  if (area === "public" || area === "dev" || access === "anyone") return null;
  if (signedOut) return toLogin;
  if (area === "portal") return access === "signed-in" || !strangers.has(visitor) ? null : 404;
  if (area === "account") return null;
  if (area === "console") return visitor === "operator" ? null : 404;
  const role = roles.find((each): each is Role => each === visitor);
  if (!role) return 404;
  if (permission && !permissionsOf[role].has(permission)) return 403;
  return method === "GET" && granted && !granted.includes(role) ? 403 : null;
}

const cases = Object.entries(routeTable).flatMap(([id, row]) =>
  row.methods.flatMap((method) => visitors.map((visitor) => ({ id, row, method, visitor }))),
);

async function expectAnswer({ row, method, visitor, id }: (typeof cases)[number]): Promise<void> {
  const path = placed(row.sample);
  const leave = new AbortController();
  const answer = await house.ask(path, {
    method,
    cookie: cookies.get(visitor) ?? null,
    signal: leave.signal,
    ...(method === "POST" && { body: new URLSearchParams(row.form ?? {}) }),
  });
  leave.abort();
  const expected = refusal(row, visitor, method);
  if (id === "front/nowhere") expect(answer.status).toBe(404);
  else if (id === "letters/bounce-hook")
    expect(answer.status).toBe(403); // nobody here signs with the secret
  else if (id.endsWith("/notifications/open-notice") && expected === null)
    expect(answer.status).toBe(404); // it is nobody's
  else if (id === "account/picture" && strangers.has(visitor))
    expect(answer.status).toBe(404); // they have no place in that hall
  else if (id === "workspace/docs/document" && expected === 401)
    expect(answer.status).toBe(302); // its own error page stands inside of the hall, whose door comes first
  else if (id === "workspace/docs/document-file" && visitor === "viewer")
    expect(answer.status).toBe(403); // who may only look, puts nothing in
  else if (id === "portal/my-picture" && expected === null)
    expect([200, 404]).toContain(answer.status); // not everybody has one
  else if (expected === null) expect([200, 204, 303, 302, 422]).toContain(answer.status);
  else expect(answer.status).toBe(expected);
  if (expected === 302) expect(answer.headers.get("location")).toMatch(/^\/login/);
}

const isLeaving = ({ id }: { id: string }) => id === "front/logout";

describe("who gets in where", () => {
  test.each(cases.filter((each) => !isLeaving(each)))("$method $id as $visitor", expectAnswer);
});

describe("the data of a page is guarded like the page", () => {
  const pages = Object.entries(routeTable).filter(
    ([id, row]) =>
      row.area === "workspace" &&
      row.methods.includes("GET") &&
      !["workspace/workspace", "workspace/live/live", "workspace/file", "workspace/settings/data/export"].includes(id),
  );
  test.each(pages)("%s.data", async (_, row) => {
    const path = placed(row.sample).replace(/(?=\?)|$/, ".data");
    expect((await house.ask(path, { cookie: cookies.get("another hall") ?? null })).status).toBe(404);
    expect((await house.ask(path)).status).toBe(202);
    const text = await (await house.ask(path)).text();
    expect(text).toContain("/login");
    expect(text).not.toContain("@example.com");
  });
});

describe("somebody else's row is not there", () => {
  test.each([
    "people/{person}",
    "people/{person}/link",
    "people/{person}/positions",
    "people/{person}/merge",
    "people/{kept}/merged/{merged}",
    "changes/{set}",
    "people/{person}/timeline",
    "people/import/{run}",
    "companies/{company}",
    "companies/{company}/edit",
    "audiences/{audience}",
    "docs/spaces/{space}",
    "docs/spaces/{space}/people",
    "docs/spaces/{space}/settings",
    "docs/{document}",
    "docs/{document}/people",
    "docs/{document}/move",
    "docs/{document}/comments",
    "docs/{document}/mentionable",
    "settings/fields/{field}",
    "settings/tags/{tag}",
    "members/{staff}/remove",
    "files/{file}",
    "exports/{export}",
    "notes/{note}",
    "tasks/{task}",
  ])("%s in another hall, for its owner", async (path) => {
    const place = placed(path);
    const answer = await house.ask(`/w/harbor/${place}`, { cookie: cookies.get("another hall") ?? null });
    expect(answer.status).toBe(404);
  });

  test("nor can it be written to", async () => {
    const form = new FormData();
    form.set("picture", await pictureOf("#b3361f"), "seal.png");
    const answer = await house.ask(`/w/harbor/people/${things.person}`, {
      method: "POST",
      body: form,
      cookie: cookies.get("another hall") ?? null,
    });
    expect(answer.status).toBe(404);
  });
});

describe("anybody may leave, which ends their session and so comes last", () => {
  test.each(cases.filter(isLeaving))("$method $id as $visitor", expectAnswer);
});
