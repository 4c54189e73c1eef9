import type { Ctx } from "@guildhall/db";
import { m } from "@guildhall/i18n/messages";
import { queueMessage } from "@guildhall/mail";
import type { NoticeLine } from "../centre/notice-line.ts";
import { writeLines } from "../centre/write-lines.ts";
import { readersAmong } from "../delivering/readers.ts";
import type { NoticeRegister } from "../kinds/notice-register.ts";
import { letterLine } from "./letter-line.ts";
import type { MailReader } from "./mail-reader.ts";
import { noticeLetter } from "./notice-letter.ts";
import { makeNoticeToken } from "./notice-token.ts";
import type { PendingNotice } from "./pending-notices.ts";

/** All that writing mail about notices takes. */
export interface LetterDesk {
  readonly register: NoticeRegister;
  readonly publicUrl: string;
  readonly secret: string;
}

/** Of a digest, that many are told of; the rest are counted. */
const shown = 40;

/** Queues one mail about notices of one topic. */
export async function queueLetter(
  ctx: Ctx,
  desk: LetterDesk,
  reader: MailReader,
  topic: string,
  notices: readonly PendingNotice[],
): Promise<void> {
  const [first, ...others] = await linesOf(ctx, desk, reader, notices);
  if (!first) return;
  const { locale } = ctx;
  const alone = others.length === 0;
  await queue(ctx, desk, reader, {
    title: alone
      ? first.title
      : m.notices_letter_several({ count: others.length + 1, hall: ctx.tenant.name }, { locale }),
    text: alone ? first.text : null,
    sections: alone ? [] : [{ label: null, lines: [first, ...others] }],
    open: alone ? first.id : null,
    stops: topic,
  });
}

/** Queues one mail with all of these, by topic. */
export async function queueDigest(
  ctx: Ctx,
  desk: LetterDesk,
  reader: MailReader,
  notices: readonly PendingNotice[],
): Promise<void> {
  const { locale } = ctx;
  const lines = await linesOf(ctx, desk, reader, notices);
  await queue(ctx, desk, reader, {
    title: m.notices_digest_subject({ count: lines.length, hall: ctx.tenant.name }, { locale }),
    text: null,
    sections: desk.register.topics
      .map((topic) => ({
        label: topic.label({}, { locale }),
        lines: lines.filter((line) => line.topic === topic.name),
      }))
      .filter(({ lines }) => lines.length > 0),
    open: null,
    stops: "digest",
  });
}

/** Those that stand together are one line, of which the newest gives the name. */
async function linesOf(
  ctx: Ctx,
  { register }: LetterDesk,
  { personId }: MailReader,
  notices: readonly PendingNotice[],
) {
  const [actor] = await readersAmong(ctx, [personId]);
  if (!actor) return [];
  const together = Map.groupBy(notices, (each) => (each.collapseKey === null ? each.id : each.headId));
  const rows = [...together.values()].flatMap((group) => {
    const newest = group.at(-1);
    if (!newest) return [];
    const { notice, payload, headId } = newest;
    return [{ id: headId, kind: notice.kind, payload, count: group.length, at: ctx.clock.now(), unread: true }];
  });
  return writeLines({ ...ctx, actor }, register, rows.toReversed());
}

interface Letter {
  readonly title: string;
  readonly text: string | null;
  readonly sections: readonly { readonly label: string | null; readonly lines: readonly NoticeLine[] }[];
  /** The notice that it opens; the whole list where there are several. */
  readonly open: NoticeLine["id"] | null;
  readonly stops: string;
}

async function queue(ctx: Ctx, desk: LetterDesk, reader: MailReader, letter: Letter): Promise<void> {
  const { locale, tenant } = ctx;
  const { personId } = reader;
  const [actor] = await readersAmong(ctx, [personId]);
  const centre = `/${actor?.role ? "w" : "c"}/${tenant.slug}/notifications`;
  const at = (path: string) => new URL(path, desk.publicUrl).href;
  const key = (stops: string | null) =>
    makeNoticeToken(desk.secret, { tenantId: tenant.id, personId, stops, writtenAt: ctx.clock.now() });
  let left = shown;
  const sections = letter.sections.flatMap(({ label, lines }) => {
    const items = lines.slice(0, Math.max(0, left)).map(({ title }) => letterLine(title));
    left -= lines.length;
    return items.length > 0 ? [{ label: label && letterLine(label), items }] : [];
  });
  await queueMessage(ctx, {
    template: noticeLetter,
    purpose: "notice",
    input: {
      title: letterLine(letter.title),
      text: letter.text && letterLine(letter.text),
      sections,
      more: Math.max(0, -left),
      open: {
        label: letter.open ? m.notices_letter_open({}, { locale }) : m.notices_letter_open_all({}, { locale }),
        url: at(letter.open ? `${centre}/${letter.open}` : centre),
      },
      choicesUrl: at(`/notices/${key(null)}`),
      stopUrl: at(`/notices/${key(letter.stops)}`),
    },
    recipient: reader.email,
    personId,
    locale,
  });
}
