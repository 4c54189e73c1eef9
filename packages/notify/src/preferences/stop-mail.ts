import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { ownPerson } from "../centre/own-person.ts";
import { ringBells } from "../delivering/ring-bells.ts";
import type { NoticeRegister } from "../kinds/notice-register.ts";
import { planMailAnew } from "./plan-mail-anew.ts";

/** Stops the actor's mail about one topic, or their digest; what stands in the list is another matter. Again does no harm. */
export async function stopMail(ctx: Ctx, register: NoticeRegister, what: string): Promise<void> {
  const personId = ownPerson(ctx);
  if (what === "digest") await stopDigest(ctx, personId);
  const topic = register.topics.find(({ name }) => name === what);
  if (topic) await stopTopic(ctx, personId, topic.name, topic.defaults.inApp);
  await ringBells(ctx, [personId], { due: await planMailAnew(ctx, personId) });
}

async function stopDigest(ctx: Ctx, personId: Id<"person">): Promise<void> {
  const stopped = { digest: "none" as const, changed_at: ctx.clock.now() };
  await ctx.db
    .insertInto("notice_settings")
    .values({ tenant_id: ctx.tenant.id, person_id: personId, ...stopped })
    .onConflict((conflict) => conflict.columns(["tenant_id", "person_id"]).doUpdateSet(stopped))
    .execute();
}

async function stopTopic(ctx: Ctx, personId: Id<"person">, topic: string, inApp: boolean): Promise<void> {
  const stopped = { mail: "off" as const, changed_at: ctx.clock.now() };
  await ctx.db
    .insertInto("notice_preference")
    .values({ tenant_id: ctx.tenant.id, person_id: personId, topic, in_app: inApp, ...stopped })
    .onConflict((conflict) => conflict.columns(["tenant_id", "person_id", "topic"]).doUpdateSet(stopped))
    .execute();
}
