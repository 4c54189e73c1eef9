import { type Actor, AppError, clockAt, type Id, newId } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { FileStore } from "@guildhall/files";
import { setConsent } from "@guildhall/mail";
import { type TestDatabase, testNow } from "@guildhall/testing";
import { addAffiliation } from "../../affiliations/add-affiliation.ts";
import { createList } from "../../audiences/create-list.ts";
import { createCompany } from "../../companies/create-company.ts";
import { addIdentity } from "../../identities/add-identity.ts";
import { takeBackRun } from "../../imports/engine/jobs/undo-job.ts";
import { givenImports, type ImportingHall } from "../../imports/engine/test/given-imports.ts";
import { createPerson } from "../../people/create-person.ts";
import { relate } from "../../relationships/relate.ts";
import { tagPerson } from "../../tags/tag-person.ts";
import { givenField } from "../../test/given-field.ts";
import { undoChanges } from "../undo-changes.ts";
import { dumpHall } from "./dump-hall.ts";
import { NothingThere } from "./nothing-there.ts";

/** A hall with a few of everything, in which time passes from one deed to the next. */
export interface UndoingWorld {
  readonly hall: ImportingHall;
  readonly keeper: Actor;
  readonly fields: { readonly size: Id<"field">; readonly motto: Id<"field"> };
  as<Result>(work: (ctx: Ctx) => Promise<Result>): Promise<Result>;
  /** The ids of a table's rows, in the order in which they were made. */
  ids(table: "person" | "company" | "tag" | "audience" | "company_domain" | "affiliation"): Promise<string[]>;
  /** Does something; resolves to the change sets that it left. Something that the hall refuses leaves none. */
  deed(work: () => Promise<unknown>): Promise<Id<"change_set">[]>;
  undo(changeSetId: Id<"change_set">): Promise<void>;
  dump(): ReturnType<typeof dumpHall>;
}

export async function undoingWorld(db: TestDatabase, files: FileStore): Promise<UndoingWorld> {
  const hall = await givenImports(db, files);
  const keeper = hall.manager;
  let minutes = 0;
  const now = () => clockAt(new Date(testNow.getTime() + ++minutes * 60_000));
  const as = <Result>(work: (ctx: Ctx) => Promise<Result>) => hall.inside(work, keeper, now());
  const sets = async (): Promise<Id<"change_set">[]> =>
    (await db.owner.query("select id from change_set where tenant_id = $1 order by id", [hall.tenant.id])).rows.map(
      ({ id }) => id,
    );
  const fields = {
    size: await givenField(hall, { name: "Size", type: "number" }),
    motto: await givenField(hall, { name: "Motto", type: "text" }),
  };
  const world: UndoingWorld = {
    hall,
    keeper,
    fields,
    as,
    ids: async (table) =>
      (await db.owner.query(`select id from ${table} where tenant_id = $1 order by id`, [hall.tenant.id])).rows.map(
        ({ id }) => id,
      ),
    deed: async (work) => {
      const before = new Set(await sets());
      try {
        await work();
      } catch (error) {
        if (!(error instanceof AppError || error instanceof NothingThere)) throw error;
      }
      return (await sets()).filter((id) => !before.has(id));
    },
    undo: async (changeSetId) => {
      const asked = await as((ctx) => undoChanges(ctx, { changeSetId }));
      if (asked.state === "undone") return;
      const { rows } = await db.owner.query("select id from import_run where change_set_id = $1", [changeSetId]);
      await takeBackRun(hall.workshop, hall.scope(keeper, now()), { runId: rows[0].id });
    },
    dump: () => dumpHall(db, hall.tenant.id),
  };
  await furnish(world, db);
  return world;
}

/** Seven people who know each other, two companies, tags, a list, and what people agreed to. */
async function furnish({ hall, keeper, as }: UndoingWorld, db: TestDatabase): Promise<void> {
  if (keeper.kind !== "person") throw new Error("The keeper is somebody.");
  await db.owner.query(
    "insert into membership (tenant_id, person_id, role, created_at) values ($1, $2, 'manager', $3)",
    [hall.tenant.id, keeper.personId, testNow],
  );
  await as(async (ctx) => {
    const people: Id<"person">[] = [];
    for (const n of [1, 2, 3, 4, 5, 6])
      people.push(await createPerson(ctx, { fullName: `Guest ${n}`, email: `guest${n}@harbor.example` }));
    const [one, two, three, four, five] = people;
    if (!one || !two || !three || !four || !five) throw new Error("six people");
    await addIdentity(ctx, { personId: two, kind: "phone", value: "+8613800138002", source: "by-hand" });
    await tagPerson(ctx, { personId: one, names: ["VIP", "Sailors"] });
    await tagPerson(ctx, { personId: two, names: ["VIP", "Cooks"] });
    await tagPerson(ctx, { personId: five, names: ["Cooks"] });
    await relate(ctx, { fromPersonId: one, kind: "knows", toPersonId: three });
    await relate(ctx, { fromPersonId: two, kind: "refers", toPersonId: one });
    await createList(ctx, { name: "Friends" });
    const harbor = await createCompany(ctx, { name: "Harbor" });
    const island = await createCompany(ctx, { name: "Island", parentId: null });
    await addAffiliation(ctx, { personId: one, companyId: harbor, title: "Chair" });
    await addAffiliation(ctx, { personId: four, companyId: island, title: "Cook" });
    await setConsent(ctx, {
      channel: "email",
      address: "guest3@harbor.example",
      purpose: "marketing",
      granted: true,
      source: "registration",
    });
    // Somebody was last heard of; while they are gone, nothing derives that.
    await ctx.db
      .insertInto("timeline_entry")
      .values({
        tenant_id: ctx.tenant.id,
        subject_type: "person",
        subject_id: four,
        at: testNow,
        id: newId<"timeline_entry">(),
        name: "people.member-joined",
        kind: "membership",
        active: true,
      })
      .execute();
    await ctx.db.updateTable("person").set({ last_activity_at: testNow }).where("id", "=", four).execute();
  });
}
