import { AppError, type Id, idSchema, notFound } from "@guildhall/core";
import { type Ctx, savepoint } from "@guildhall/db";
import { m } from "@guildhall/i18n/messages";
import { appendFact } from "@guildhall/jobs";
import { notice, queueMessage } from "@guildhall/mail";
import { recordChange } from "@guildhall/tenancy";
import { z } from "zod";
import { admit } from "./admit.ts";
import { findOwnPerson, holdDoor } from "./hold-door.ts";
import { claimByAddress } from "./join-hall.ts";
import { memberPolicy } from "./member.policy.ts";

const requestIds = z.array(idSchema("join_request")).min(1).max(200);

interface Decided {
  readonly decided: number;
  /** Those that could not be: decided meanwhile, or a record that may not be given away. */
  readonly left: number;
}

/** Lets those in who wait, one or many, and tells each by mail. What cannot be approved stays, and is counted. */
export async function approveRequests(ctx: Ctx, ids: unknown, publicUrl: string): Promise<Decided> {
  memberPolicy.require(ctx.actor, "manage", null);
  return eachWaiting(ctx, requestIds.parse(ids), (request) => approve(ctx, request, publicUrl));
}

/** Turns those away who wait, one or many, and tells each by mail. Two records of one person are only set aside. */
export async function declineRequests(ctx: Ctx, ids: unknown): Promise<Decided> {
  memberPolicy.require(ctx.actor, "manage", null);
  return eachWaiting(ctx, requestIds.parse(ids), (request) => decline(ctx, request));
}

type Waiting = Awaited<ReturnType<typeof lockWaiting>>;

/** In the order of their ids, so that two who decide at once wait for each other and never in a circle. */
async function eachWaiting(
  ctx: Ctx,
  ids: readonly Id<"join_request">[],
  decide: (request: NonNullable<Waiting>) => Promise<void>,
): Promise<Decided> {
  let decided = 0;
  for (const id of ids.toSorted()) {
    try {
      await savepoint(ctx.db, async () => {
        const request = await lockWaiting(ctx, id);
        if (!request) throw notFound();
        await decide(request);
      });
      decided += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return { decided, left: ids.length - decided };
}

function lockWaiting(ctx: Ctx, id: Id<"join_request">) {
  return ctx.db
    .selectFrom("join_request")
    .selectAll()
    .where("id", "=", id)
    .where("state", "=", "waiting")
    .forUpdate()
    .executeTakeFirst();
}

async function approve(ctx: Ctx, request: NonNullable<Waiting>, publicUrl: string): Promise<void> {
  if (request.kind === "merge") throw new AppError("conflict", "people.merge-later");
  await holdDoor(ctx, request.user_id);
  if (!(await findOwnPerson(ctx, request.user_id))) {
    const { user_id: userId, full_name: fullName, email, locale, note } = request;
    const named = request.claims_person_id && request.claims_by;
    const claim =
      named && request.claims_person_id
        ? { personId: request.claims_person_id, by: named }
        : await claimByAddress(ctx, email);
    await admit(ctx, { userId, fullName, email, locale, note }, claim && { ...claim, alongside: true });
  }
  await settle(ctx, request, "approved");
  const { locale } = request;
  const house = ctx.tenant.name;
  await queueMessage(ctx, {
    template: notice,
    purpose: "transactional",
    recipient: request.email,
    locale,
    input: {
      title: m.portal_mail_approved_title({ house }, { locale }),
      paragraphs: [m.portal_mail_approved_text({ house }, { locale })],
      action: { label: m.portal_mail_approved_action({}, { locale }), url: `${publicUrl}/c/${ctx.tenant.slug}` },
    },
  });
}

async function decline(ctx: Ctx, request: NonNullable<Waiting>): Promise<void> {
  await settle(ctx, request, "declined");
  if (request.kind === "merge") return;
  await appendFact(ctx, "people.join-declined", { joinRequestId: request.id });
  const { locale } = request;
  const house = ctx.tenant.name;
  await queueMessage(ctx, {
    template: notice,
    purpose: "transactional",
    recipient: request.email,
    locale,
    input: {
      title: m.portal_mail_declined_title({ house }, { locale }),
      paragraphs: [m.portal_mail_declined_text({ house }, { locale })],
    },
  });
}

async function settle(ctx: Ctx, request: NonNullable<Waiting>, state: "approved" | "declined"): Promise<void> {
  await ctx.db
    .updateTable("join_request")
    .set({
      state,
      decided_at: ctx.clock.now(),
      decided_by: ctx.actor.kind === "person" ? ctx.actor.personId : null,
    })
    .where("id", "=", request.id)
    .execute();
  await recordChange(ctx, {
    action: `join-request.${state}`,
    subjectType: "join_request",
    subjectId: request.id,
    personId: request.claims_person_id,
    before: { state: "waiting" },
    after: { state },
  });
}
