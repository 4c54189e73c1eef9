import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { Fact } from "@guildhall/jobs";
import type { AnyNotice, Notice } from "../kinds/notice.ts";
import { chooseChannels } from "../preferences/choose-channels.ts";
import { chosenChannels, settingsOf } from "../preferences/notice-settings.queries.ts";
import { defaultSettings } from "../preferences/notice-settings.ts";
import { expectMail } from "./expect-mail.ts";
import { type Addressee, insertNotices } from "./insert-notices.ts";
import { type Reader, readersAmong } from "./readers.ts";
import { ringBells } from "./ring-bells.ts";

interface Occasion<Payload> {
  readonly fact: Pick<Fact, "id" | "actorPersonId">;
  readonly to: readonly Id<"person">[];
  readonly payload: Payload;
}

/** So many people are asked about and written to at a time. */
const batchSize = 500;

/**
 * Tells people that something happened, from a fact's handler: each once, however often the fact is handled. Nobody
 * hears of what they did themselves, or of what they may not see. Resolves to whom it told.
 */
export async function notify<Payload>(
  ctx: Ctx,
  notice: Notice<Payload>,
  { fact, to, payload }: Occasion<Payload>,
): Promise<readonly Id<"person">[]> {
  const checked = notice.stored(payload);
  const others = notice.toActor ? to : to.filter((personId) => personId !== fact.actorPersonId);
  const told: Id<"person">[] = [];
  for (let from = 0; from < others.length; from += batchSize) {
    const readers = await readersAmong(ctx, others.slice(from, from + batchSize));
    const addressees = await addressed(ctx, notice, await seeing(ctx, notice, readers, checked));
    told.push(...(await tell(ctx, notice, fact.id, checked, addressees)));
  }
  return told;
}

async function seeing(ctx: Ctx, notice: AnyNotice, readers: readonly Reader[], payload: object) {
  const may: Reader[] = [];
  for (const actor of readers) if (await notice.maySee({ ...ctx, actor }, payload)) may.push(actor);
  return may;
}

async function addressed(ctx: Ctx, notice: AnyNotice, readers: readonly Reader[]): Promise<Addressee[]> {
  const personIds = readers.map(({ personId }) => personId);
  const { topic } = notice;
  const settings = await settingsOf(ctx, personIds);
  const chosen = await chosenChannels(ctx, personIds, topic.name);
  return personIds
    .map((personId) => ({
      personId,
      ...chooseChannels(
        notice,
        chosen.get(personId)?.get(topic.name) ?? topic.defaults,
        settings.get(personId) ?? defaultSettings,
      ),
    }))
    .filter(({ inApp, mail }) => inApp || mail !== "off");
}

async function tell(ctx: Ctx, notice: AnyNotice, factId: Id<"fact">, payload: object, addressees: Addressee[]) {
  const told = new Set(
    await insertNotices(ctx, {
      kind: notice.kind,
      factId,
      payload,
      about: notice.about(payload),
      collapseKey: notice.collapse(payload),
      addressees,
    }),
  );
  const fresh = addressees.filter(({ personId }) => told.has(personId));
  const due = await expectMail(ctx, fresh);
  await ringBells(
    ctx,
    fresh.map(({ personId }) => personId),
    { due },
  );
  return fresh.map(({ personId }) => personId);
}
