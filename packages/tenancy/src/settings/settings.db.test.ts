import { rejects } from "node:assert/strict";
import { type Actor, newId, systemActor } from "@guildhall/core";
import { newStorageKey, type ReceivedFile } from "@guildhall/files";
import { actorWith, type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { describe, expect, test } from "vitest";
import { listAudit } from "../audit/list-audit.ts";
import { editBranding } from "../branding/edit-branding.ts";
import { grantEntitlement } from "../entitlements/entitlements.ts";
import { keepFile } from "../entitlements/keep-file.ts";
import { freeFloor } from "../entitlements/plans.ts";
import { editHall } from "./edit-hall.ts";
import { setSignInRules } from "./set-sign-in-rules.ts";
import { getSettings } from "./settings.queries.ts";

const db = useDatabase();
const settingsOf = (hall: GivenTenant) => hall.inside(getSettings);
const edit = (hall: GivenTenant, input: object, actor: Actor = systemActor) =>
  hall.inside((ctx) => editHall(ctx, { name: "Hall", locale: "en", timeZone: "UTC", ...input }), actor);
const brand = (hall: GivenTenant, input: object) =>
  hall.inside((ctx) => editBranding(ctx, { accent: "#1b6f54", ...input }));
const historyOf = async (hall: GivenTenant) =>
  (await hall.inside((ctx) => listAudit(ctx, { page: { size: 50, cursor: null } }))).rows;

test("name, language and time zone change, and the history says what was there before", async () => {
  const hall = await given(db).tenant({ name: "Old", locale: "en", timeZone: "Asia/Shanghai" });
  await edit(hall, { name: "  新馆 ", locale: "en", timeZone: "Europe/London" });
  expect(await settingsOf(hall)).toMatchObject({ name: "新馆", locale: "en", timeZone: "Europe/London" });
  expect(await historyOf(hall)).toMatchObject([
    {
      action: "settings.changed",
      before: { name: "Old", timeZone: "Asia/Shanghai" },
      after: { name: "新馆", timeZone: "Europe/London" },
    },
  ]);
  const { rows } = await db.owner.query("select payload from fact where tenant_id = $1", [hall.tenant.id]);
  expect(rows).toMatchObject([{ payload: { fields: ["name", "timeZone"] } }]);
});

test("saving what is there already changes nothing", async () => {
  const hall = await given(db).tenant();
  const input = { name: hall.tenant.name, locale: hall.tenant.locale, timeZone: hall.tenant.timeZone };
  await edit(hall, input);
  expect(await historyOf(hall)).toEqual([]);
});

test.each([
  ["no name", { name: " \u3000" }],
  ["a name that turns round", { name: "a\u202eb" }],
  ["a name that is too long", { name: "长".repeat(201) }],
  ["a time zone of no place", { timeZone: "Mars/Olympus" }],
  ["a language we do not speak", { locale: "fr" }],
])("%s is refused", async (_, input) => {
  const hall = await given(db).tenant({ name: "Old" });
  await expect(edit(hall, input)).rejects.toThrow();
  expect((await settingsOf(hall)).name).toBe("Old");
});

test("only those who may edit settings do", async () => {
  const hall = await given(db).tenant();
  const nobody = actorWith(newId(), "workspace.enter", "people.edit");
  await rejects(edit(hall, {}, nobody), { kind: "forbidden" });
  await rejects(
    hall.inside((ctx) => setSignInRules(ctx, { requiresSecondFactor: true }, { hasSecondFactor: true }), nobody),
    { kind: "forbidden" },
  );
  await rejects(
    hall.inside((ctx) => editBranding(ctx, { accent: "#000000" }), nobody),
    { kind: "forbidden" },
  );
});

describe("a second factor for everybody", () => {
  const demand = (hall: GivenTenant, requiresSecondFactor: boolean, hasSecondFactor: boolean) =>
    hall.inside((ctx) => setSignInRules(ctx, { requiresSecondFactor }, { hasSecondFactor }));

  test("is asked for by who has one, and may be given up by anybody who may", async () => {
    const hall = await given(db).tenant();
    await rejects(demand(hall, true, false), { code: "tenancy.second-factor-first" });
    expect((await settingsOf(hall)).requiresSecondFactor).toBe(false);
    await demand(hall, true, true);
    expect((await settingsOf(hall)).requiresSecondFactor).toBe(true);
    await demand(hall, false, false);
    expect((await settingsOf(hall)).requiresSecondFactor).toBe(false);
  });
});

test("a hall is dressed, and undressed again", async () => {
  const hall = await given(db).tenant();
  await plan(hall, null);
  await brand(hall, { accent: "#1B6F54" });
  expect(await settingsOf(hall)).toMatchObject({ accent: "#1b6f54" });
  await brand(hall, { plainAccent: true });
  expect(await settingsOf(hall)).toMatchObject({ accent: null });
  await expect(brand(hall, { accent: "red; background: url(x)" })).rejects.toThrow();
});

test("without branding in its plan a hall puts nothing new on; what it wears it keeps, and may take off", async () => {
  const hall = await given(db).tenant();
  await rejects(brand(hall, { accent: "#1b6f54" }), { code: "tenancy.plan-lacks-branding" });
  await rejects(
    hall.inside((ctx) => editBranding(ctx, {}, pictureFor(hall))),
    { code: "tenancy.plan-lacks-branding" },
  );
  await plan(hall, null);
  await hall.inside((ctx) => editBranding(ctx, { accent: "#1b6f54" }, pictureFor(hall)));
  const worn = await settingsOf(hall);
  expect(worn).toMatchObject({ accent: "#1b6f54", logoFileId: expect.any(String) });
  await plan(hall, 0);
  await rejects(brand(hall, { accent: "#000000" }), { code: "tenancy.plan-lacks-branding" });
  await brand(hall, { accent: undefined });
  expect(await settingsOf(hall)).toEqual(worn);
  await brand(hall, { accent: undefined, plainAccent: true, removeLogo: true });
  expect(await settingsOf(hall)).toMatchObject({ accent: null, logoFileId: null });
});

test("files are kept as far as the plan has room, and two that come at once do not slip past together", async () => {
  const hall = await given(db).tenant();
  const keep = (size: number) =>
    hall.inside((ctx) => keepFile(ctx, { ...pictureFor(hall), size }, { type: "tenant", id: hall.tenant.id }));
  await hall.inside((ctx) => grantEntitlement(ctx, { key: "files.bytes", amount: null, source: "gift", until: null }));
  await keep((freeFloor["files.bytes"] ?? 0) - 100);
  await hall.inside((ctx) => grantEntitlement(ctx, { key: "files.bytes", amount: 0, source: "gift", until: null }));
  await rejects(keep(101), { code: "tenancy.files-full" });
  const kept = await Promise.allSettled([keep(60), keep(60), keep(60)]);
  expect(kept.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await keep(40);
});

const plan = (hall: GivenTenant, amount: number | null) =>
  hall.inside((ctx) => grantEntitlement(ctx, { key: "branding", amount, source: "plan", until: null }));

function pictureFor({ tenant }: GivenTenant): ReceivedFile {
  return {
    tenantId: tenant.id,
    storageKey: newStorageKey(tenant.id),
    name: "logo.png",
    mediaType: "image/png",
    size: 10,
    sha256: "0".repeat(64),
    picture: { width: 4, height: 4 },
    receivedAt: new Date(),
  };
}
