import { rejects } from "node:assert/strict";
import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { undoChangeSet } from "@guildhall/tenancy";
import { actorWith, type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { addAffiliation } from "../affiliations/add-affiliation.ts";
import { listAffiliations, listColleagues } from "../affiliations/affiliation.queries.ts";
import { editAffiliation, endAffiliation } from "../affiliations/edit-affiliation.ts";
import { addIdentity } from "../identities/add-identity.ts";
import { createPerson } from "../people/create-person.ts";
import { withoutLocks } from "../test/without-locks.ts";
import { addDomain } from "./add-domain.ts";
import { getCompany } from "./company.queries.ts";
import { createCompany } from "./create-company.ts";
import { deleteCompany } from "./delete-company.ts";
import { editCompany } from "./edit-company.ts";
import { removeDomain } from "./remove-domain.ts";
import { setParent } from "./set-parent.ts";

const db = useDatabase();
const firstPage = { size: 50, cursor: null };

const company = (hall: GivenTenant, name: string, rest: object = {}) =>
  hall.inside((ctx) => createCompany(ctx, { name, ...rest }));
const somebody = (hall: GivenTenant, email: string, fullName = "陈雨泽") =>
  hall.inside((ctx) => createPerson(ctx, { fullName, email, phone: null }));
const places = async (hall: GivenTenant, personId: Id<"person">) =>
  (await hall.inside((ctx) => listAffiliations(ctx, personId))).map(({ company: { name }, source, until }) => ({
    name,
    source,
    until,
  }));
const lastChangeSet = async (hall: GivenTenant): Promise<string> =>
  (await db.owner.query("select id from change_set where tenant_id = $1 order by id desc limit 1", [hall.tenant.id]))
    .rows[0]?.id;
const undoLast = async (hall: GivenTenant) => {
  const changeSetId = await lastChangeSet(hall);
  return hall.inside((ctx) => undoChangeSet(ctx, { changeSetId }));
};

test("a company has what staff write about it, above and below", async () => {
  const hall = await given(db).tenant();
  const parent = await company(hall, "远山集团");
  const id = await company(hall, " 远山户外 ", {
    parentId: parent,
    website: "yuanshan.example",
    note: "a\nb",
    domain: "HTTPS://www.远山.example/x",
  });
  const below = await company(hall, "上海店", { parentId: id });
  expect(await hall.inside((ctx) => getCompany(ctx, id))).toMatchObject({
    name: "远山户外",
    website: "https://yuanshan.example",
    domains: [{ domain: "xn--rht990j.example" }],
    above: [{ id: parent, name: "远山集团" }],
    below: [{ id: below, name: "上海店" }],
  });
});

test("changes name what they expected; somebody else's change since stands beside its field", async () => {
  const hall = await given(db).tenant();
  const companyId = await company(hall, "Harbor");
  const edit = (changes: object, expected?: object) =>
    hall.inside((ctx) => editCompany(ctx, { companyId, changes, expected }));
  await edit({ name: "Harbor & Pine" }, { name: "Harbor" });
  await rejects(edit({ name: "Harbour" }, { name: "Harbor" }), {
    code: "people.company-changed-meanwhile",
    fields: { name: "people.company-changed-meanwhile" },
  });
  await edit({ note: "kept" });
  expect(await hall.inside((ctx) => getCompany(ctx, companyId))).toMatchObject({ name: "Harbor & Pine", note: "kept" });
  await rejects(edit({ ownerPersonId: await hall.person() }), { code: "people.owner-not-staff" });
});

test("no company stands under itself, however far up", async () => {
  const hall = await given(db).tenant();
  const [a, b, c] = [await company(hall, "A"), await company(hall, "B"), await company(hall, "C")];
  const put = (companyId: string, parentId: string) => hall.inside((ctx) => setParent(ctx, { companyId, parentId }));
  await put(b, a);
  await put(c, b);
  for (const under of [a, b, c]) await rejects(put(a, under), { code: "people.company-circle" });
  await put(c, "");
  expect((await hall.inside((ctx) => getCompany(ctx, c))).above).toEqual([]);
  await rejects(put(a, await company(await given(db).tenant(), "Theirs")), { code: "people.company-gone" });
});

test("a move over somebody else's is refused beside the field", async () => {
  const hall = await given(db).tenant();
  const [a, b, c] = [await company(hall, "A"), await company(hall, "B"), await company(hall, "C")];
  const put = (parentId: string | null, expectedParentId?: string | null) =>
    hall.inside((ctx) => setParent(ctx, { companyId: c, parentId, expectedParentId }));
  await put(a, null);
  await rejects(put(b, null), {
    code: "people.company-changed-meanwhile",
    fields: { parentId: "people.company-changed-meanwhile" },
  });
  await put(b, a);
  await put(null); // who names nothing expects nothing
  await put(a, "");
});

async function crossing(free: boolean): Promise<number> {
  const hall = await given(db).tenant();
  const [a, b] = [await company(hall, "A"), await company(hall, "B")];
  let arrived = 0;
  let open: () => void = () => undefined;
  const both = new Promise<void>((resolve) => {
    open = resolve;
  });
  const put = (companyId: string, parentId: string) =>
    hall.inside(async (ctx) => {
      await setParent(free ? withoutLocks(ctx) : ctx, { companyId, parentId });
      arrived += 1;
      if (arrived === 2) open();
      // Without the lock both get here before either is done; with it, only one does, and then goes on.
      if (free) await both;
    });
  const done = await Promise.allSettled([put(a, b), put(b, a)]);
  return done.filter(({ status }) => status === "fulfilled").length;
}

test("two moves that would make a circle together: one is refused", async () => {
  expect(await crossing(false)).toBe(1);
});

test("without the hall's lock the two make a circle", async () => {
  expect(await crossing(true)).toBe(2);
});

test.each([
  ["gmail.com", "people.domain-free-mail"],
  ["QQ.com", "people.domain-free-mail"],
  ["vip.163.com", "people.domain-free-mail"],
  ["foxmail.com", "people.domain-free-mail"],
  ["co.uk", "people.domain-public"],
  ["com.cn", "people.domain-public"],
  ["github.io", "people.domain-public"],
])("%s is nobody's: %s", async (domain, code) => {
  const hall = await given(db).tenant();
  const companyId = await company(hall, "A");
  await rejects(
    hall.inside((ctx) => addDomain(ctx, { companyId, domain })),
    { code, fields: { domain: code } },
  );
});

test.each(["", "localhost", "10.0.0.1", "a b.example", "-x.example", `${"a".repeat(64)}.example`])(
  "%j is no domain",
  async (domain) => {
    const hall = await given(db).tenant();
    const companyId = await company(hall, "A");
    await expect(hall.inside((ctx) => addDomain(ctx, { companyId, domain }))).rejects.toThrow();
  },
);

test("a domain has one company, also where two want it at once; another hall may have it too", async () => {
  const [hall, other] = [await given(db).tenant(), await given(db).tenant()];
  const ids = [await company(hall, "A"), await company(hall, "B")];
  const both = await Promise.allSettled(
    ids.map((companyId) => hall.inside((ctx) => addDomain(ctx, { companyId, domain: "harbor.example" }))),
  );
  expect(both.filter(({ status }) => status === "rejected")).toMatchObject([
    { reason: { code: "people.domain-taken" } },
  ]);
  await company(other, "C", { domain: "harbor.example" });
});

test("who gets an address at a company's domain joins it, unless they are there", async () => {
  const hall = await given(db).tenant();
  await company(hall, "Harbor", { domain: "harbor.example" });
  const maya = await somebody(hall, "maya@harbor.example");
  expect(await places(hall, maya)).toEqual([{ name: "Harbor", source: "domain", until: null }]);
  await hall.inside((ctx) =>
    addIdentity(ctx, { personId: maya, kind: "email", value: "m@harbor.example", source: "by-hand" }),
  );
  expect(await places(hall, maya)).toHaveLength(1);
  expect(await places(hall, await somebody(hall, "li@mail.harbor.example"))).toEqual([]);
  const { rows } = await db.owner.query(
    "select p.full_name, c.name from person p join company c on c.id = p.company_id where p.tenant_id = $1",
    [hall.tenant.id],
  );
  expect(rows).toEqual([{ full_name: "陈雨泽", name: "Harbor" }]);
});

test("a new domain brings everybody who is here with such an address, and taking it back lets them go", async () => {
  const hall = await given(db).tenant();
  const [one, two, gone] = [
    await somebody(hall, "one@harbor.example"),
    await somebody(hall, "two@harbor.example"),
    await somebody(hall, "gone@harbor.example"),
  ];
  const companyId = await company(hall, "Harbor");
  const past = await hall.inside((ctx) => addAffiliation(ctx, { personId: gone, companyId, since: "2020-01-01" }));
  await hall.inside((ctx) => endAffiliation(ctx, { affiliationId: past, until: "2021-01-01" }));
  const { joined } = await hall.inside((ctx) =>
    addDomain(ctx, { companyId, domain: "harbor.example", joinPeople: true }),
  );
  expect(joined).toBe(2);
  expect(await places(hall, gone)).toMatchObject([{ until: "2021-01-01" }]);
  expect(await undoLast(hall)).toMatchObject({ skipped: [] });
  expect([await places(hall, one), await places(hall, two)]).toEqual([[], []]);
  expect((await hall.inside((ctx) => getCompany(ctx, companyId))).domains).toEqual([]);
});

test("with a domain go only the places that it made and nobody touched; undoing brings them back", async () => {
  const hall = await given(db).tenant();
  const companyId = await company(hall, "Harbor", { domain: "harbor.example" });
  await hall.inside((ctx) => addDomain(ctx, { companyId, domain: "pine.example" }));
  const [plain, titled, twice] = [
    await somebody(hall, "plain@harbor.example"),
    await somebody(hall, "titled@harbor.example"),
    await somebody(hall, "twice@harbor.example"),
  ];
  await hall.inside((ctx) =>
    addIdentity(ctx, { personId: twice, kind: "email", value: "t@pine.example", source: "by-hand" }),
  );
  const [place] = await hall.inside((ctx) => listAffiliations(ctx, titled));
  await hall.inside((ctx) => editAffiliation(ctx, { affiliationId: place?.id, title: "Skipper" }));
  const { domains } = await hall.inside((ctx) => getCompany(ctx, companyId));
  const { left } = await hall.inside((ctx) => removeDomain(ctx, { companyId, domainId: domains[0]?.id }));
  expect(left).toBe(1);
  expect([await places(hall, plain), await places(hall, titled), await places(hall, twice)]).toMatchObject([
    [],
    [{ source: "by-hand" }],
    [{ source: "domain" }],
  ]);
  expect(await undoLast(hall)).toMatchObject({ skipped: [] });
  expect(await places(hall, plain)).toHaveLength(1);
});

test("a company that was entered by mistake goes, and comes back; one with a past stays", async () => {
  const hall = await given(db).tenant();
  const companyId = await company(hall, "Typo", { domain: "typo.example" });
  await hall.inside((ctx) => deleteCompany(ctx, { companyId }));
  await rejects(
    hall.inside((ctx) => getCompany(ctx, companyId)),
    { code: "core.not-found" },
  );
  expect(await undoLast(hall)).toMatchObject({ skipped: [] });
  expect(await hall.inside((ctx) => getCompany(ctx, companyId))).toMatchObject({
    domains: [{ domain: "typo.example" }],
  });

  const child = await company(hall, "Child", { parentId: companyId });
  const gone = (id: string) => hall.inside((ctx) => deleteCompany(ctx, { companyId: id }));
  await rejects(gone(companyId), { code: "people.company-has-children" });
  const personId = await hall.person();
  await hall.inside((ctx) =>
    addAffiliation(ctx, { personId, companyId: child, since: "2019-05-01", until: "2020-05-01" }),
  );
  await rejects(gone(child), { code: "people.company-has-people" });
  expect((await hall.inside((ctx) => listColleagues(ctx, child, { past: true, page: firstPage }))).rows).toMatchObject([
    { personId, since: "2019-05-01", until: "2020-05-01" },
  ]);
});

test("whoever only looks changes nothing; a neighbour's company is not there", async () => {
  const [hall, other] = [await given(db).tenant(), await given(db).tenant()];
  const companyId = await company(hall, "Harbor");
  const viewer = actorWith(await hall.person(), "companies.view", "people.view");
  const staff = actorWith(await other.person(), "companies.view", "companies.edit", "people.view", "people.edit");
  const acts: ((ctx: Ctx) => Promise<unknown>)[] = [
    (ctx) => editCompany(ctx, { companyId, changes: { name: "X" } }),
    (ctx) => deleteCompany(ctx, { companyId }),
    (ctx) => addDomain(ctx, { companyId, domain: "harbor.example" }),
    (ctx) => setParent(ctx, { companyId }),
  ];
  for (const act of acts) {
    await rejects(hall.inside(act, viewer), { code: "core.forbidden" });
    await rejects(hall.inside(act, actorWith(await hall.person())), { code: "core.not-found" });
    await rejects(other.inside(act, staff), { code: "core.not-found" });
  }
  await rejects(
    other.inside((ctx) => getCompany(ctx, companyId), staff),
    { code: "core.not-found" },
  );
});
