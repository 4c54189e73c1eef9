import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { permissionsOf, type Role, roles } from "@guildhall/tenancy/schemas";
import type { ServerBuild } from "@remix-run/node";
import { beforeAll, describe, expect, test } from "vitest";
import { listRoutes } from "../app/server/route-manifest.ts";
import { pictureOf } from "./picture.ts";
import { routeTable } from "./route-table.ts";
import { makeThings, type Things } from "./things.ts";
import { useHouse } from "./use-house.ts";

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
let things: Things;
const placed = (sample: string) =>
  Object.entries(things).reduce((path, [name, value]) => path.replace(`{${name}}`, value), sample);

beforeAll(async () => {
  for (const [visitor, email] of Object.entries(emails))
    cookies.set(visitors.find((each) => each === visitor) ?? "signed out", await house.signIn(email));
  things = await makeThings(house, {
    owner: cookies.get("owner") ?? "",
    operator: cookies.get("operator") ?? "",
  });
});

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
