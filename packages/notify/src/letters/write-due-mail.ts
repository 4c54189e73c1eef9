import type { Id, Locale } from "@guildhall/core";
import { type Ctx, type Database, findTenantById, systemScope } from "@guildhall/db";
import { timeZoneSchema } from "@guildhall/tenancy/schemas";
import type { MailDue } from "../delivering/expect-mail.ts";
import { planMail } from "../delivering/expect-mail.ts";
import { settingsOf } from "../preferences/notice-settings.queries.ts";
import { defaultSettings, type NoticeSettings } from "../preferences/notice-settings.ts";
import { nextDigest } from "../timing/digest-moment.ts";
import { quietUntil } from "../timing/quiet-hours.ts";
import { type LetterDesk, queueDigest, queueLetter } from "./compose-letter.ts";
import { findMailReader, type MailReader } from "./mail-reader.ts";
import { markMailed, pendingNotices } from "./pending-notices.ts";

/** Somebody's mail, of which the moment may have come. */
export interface DueMail {
  readonly tenantId: Id<"tenant">;
  readonly personId: Id<"person">;
  readonly what: MailDue;
}

/**
 * Writes the mail that is due to one person now by their hall's clock, or finds the moment when it will be. What says
 * that it is due is taken away in the same transaction, so that of several at once one writes it.
 */
export async function writeDueMail(database: Database, desk: LetterDesk, due: DueMail): Promise<void> {
  const { tenantId, personId, what } = due;
  const tenant = await database.withPlatform("notify", (db) => findTenantById(db, tenantId), { readOnly: true });
  if (tenant?.status !== "active") return;
  const reader = await findMailReader(database, tenantId, personId);
  await database.withTenant(systemScope(tenant), async (system) => {
    const taken = await takeDue(system, personId, what);
    if (!taken) return;
    if (!reader) return forgetMail(system, personId);
    const settings = (await settingsOf(system, [personId])).get(personId) ?? defaultSettings;
    const known = await placeOf(system, reader);
    const ctx = { ...system, locale: settings.locale ?? known.locale };
    if (what === "letter") await writeLetters(ctx, desk, { ...reader, ...known }, settings);
    else if (taken.planned) await writeDigest(ctx, desk, reader, settings);
    else await planDigest(ctx, desk, { ...reader, ...known }, settings);
  });
}

const patience = 3_600_000;

/** Has mail that could not be written tried again in an hour. */
export async function postponeMail(database: Database, { tenantId, personId, what }: DueMail): Promise<void> {
  const tenant = await database.withPlatform("notify", (db) => findTenantById(db, tenantId), { readOnly: true });
  if (!tenant) return;
  await database.withTenant(systemScope(tenant), async (ctx) => {
    await ctx.db
      .updateTable("notice_due")
      .set({ due_at: new Date(ctx.clock.now().getTime() + patience) })
      .where("person_id", "=", personId)
      .where("what", "=", what)
      .execute();
  });
}

interface Place {
  readonly zone: string;
  readonly locale: Locale;
}

/** Where somebody is and what they speak: by what they said in this hall, in their account, or as the hall itself. */
async function placeOf(ctx: Ctx, reader: MailReader): Promise<Place> {
  const person = await ctx.db
    .selectFrom("person")
    .select(["time_zone", "locale"])
    .where("id", "=", reader.personId)
    .executeTakeFirst();
  const zones = [person?.time_zone, reader.timeZone, ctx.tenant.timeZone];
  return {
    zone: zones.find((zone) => timeZoneSchema.safeParse(zone).success) ?? "UTC",
    locale: person?.locale ?? reader.locale ?? ctx.tenant.locale,
  };
}

function takeDue(ctx: Ctx, personId: Id<"person">, what: MailDue) {
  return ctx.db
    .deleteFrom("notice_due")
    .where("person_id", "=", personId)
    .where("what", "=", what)
    .where("due_at", "<=", ctx.clock.now())
    .returning("planned")
    .executeTakeFirst();
}

type PlacedReader = MailReader & Place;

async function writeLetters(ctx: Ctx, desk: LetterDesk, reader: PlacedReader, settings: NoticeSettings): Promise<void> {
  const { personId } = reader;
  const pending = await pendingNotices(ctx, desk.register, { personId, as: "now", settings });
  const quietEnds = settings.quiet && quietUntil(ctx.clock.now(), settings.quiet, reader.zone);
  const leaving = pending.filter(({ notice }) => notice.urgent || !quietEnds);
  const fresh = await markMailed(ctx, leaving);
  const byTopic = Map.groupBy(
    leaving.filter(({ id }) => fresh.has(id)),
    ({ notice }) => notice.topic.name,
  );
  for (const [topic, notices] of byTopic) await queueLetter(ctx, desk, reader, topic, notices);
  if (quietEnds && leaving.length < pending.length) await comeBack(ctx, personId, "letter", quietEnds);
}

async function writeDigest(ctx: Ctx, desk: LetterDesk, reader: MailReader, settings: NoticeSettings): Promise<void> {
  const pending = await pendingNotices(ctx, desk.register, { personId: reader.personId, as: "digest", settings });
  const fresh = await markMailed(ctx, pending);
  const notices = pending.filter(({ id }) => fresh.has(id));
  if (notices.length > 0) await queueDigest(ctx, desk, reader, notices);
}

async function planDigest(ctx: Ctx, desk: LetterDesk, reader: PlacedReader, settings: NoticeSettings): Promise<void> {
  const { digest: every, digestHour: hour, digestWeekday: weekday } = settings;
  // Whoever wants no digest waits for nothing: what was meant for it goes its other way, or none.
  if (every === "none") return writeDigest(ctx, desk, reader, settings);
  const moment = nextDigest(ctx.clock.now(), { every, hour, weekday }, reader.zone);
  await comeBack(ctx, reader.personId, "digest", moment);
}

/** Sets the moment at which this mail is looked at again. */
async function comeBack(ctx: Ctx, personId: Id<"person">, what: MailDue, at: Date): Promise<void> {
  await planMail(ctx, [{ personId, what }]);
  await ctx.db
    .updateTable("notice_due")
    .set({ due_at: at, planned: true })
    .where("person_id", "=", personId)
    .where("what", "=", what)
    .execute();
}

/** Nobody is there to be written to. */
async function forgetMail(ctx: Ctx, personId: Id<"person">): Promise<void> {
  await ctx.db
    .updateTable("notification")
    .set({ mail_as: null })
    .where("person_id", "=", personId)
    .where("mail_as", "is not", null)
    .where("mailed_at", "is", null)
    .execute();
}
