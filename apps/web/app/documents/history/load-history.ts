import { type Id, pageSchema } from "@guildhall/core";
import type { Ctx, Scope } from "@guildhall/db";
import {
  compareMoments,
  documentRoom,
  type History,
  oweHistory,
  readHistory,
  type ShownMoment,
  showMoment,
} from "@guildhall/docs";
import { momentSchema } from "@guildhall/docs/schemas";
import { colorOf, openRoomKinds, settleRoom } from "@guildhall/sync";
import { z } from "zod";
import type { House } from "../../server/house.ts";

export const historySearch = pageSchema.extend({
  key: z.string().max(40).optional(),
  /** The moment that is looked at, and the one that it is compared with. */
  at: momentSchema.optional(),
  since: momentSchema.optional(),
  look: z.enum(["changes", "text", "who"]).optional(),
  /** Of one writer alone. */
  by: z.coerce.number().int().min(0).max(1_000_000).optional(),
  /** A restoration that was just made. */
  done: momentSchema.optional(),
});
type HistorySearch = z.output<typeof historySearch>;

const kinds = openRoomKinds([documentRoom]);
const linesAtOnce = 30;

/** The history of a document and one moment of it, for whoever may write there; up to the last word that is stored. */
export async function loadHistory(house: House, scope: Scope, documentId: Id<"document">, search: HistorySearch) {
  const owed = await house.database.withTenant(scope, (ctx) => oweHistory(ctx, documentId));
  if (owed) await settleRoom(house.database, kinds, owed);
  return house.database.withTenant(scope, (ctx) => readAll(ctx, documentId, search), { readOnly: true });
}

async function readAll(ctx: Ctx, documentId: Id<"document">, search: HistorySearch) {
  const { key = null, at, since, look, by = null, cursor, done = null } = search;
  const asked = { documentId, key };
  const history = await readHistory(ctx, { ...asked, page: { size: linesAtOnce, cursor }, writer: by });
  const { document, head, writers, lines, versions } = history;
  const seq = at ?? (by === null && cursor === null ? head : (lines.rows[0]?.seq ?? head));
  const from = since ?? sinceOf(history, seq);
  const shows = look ?? (from === 0 ? "text" : "changes");
  const shown: Shown =
    shows === "changes"
      ? await compareMoments(ctx, { ...asked, since: Math.min(from, seq), seq: Math.max(from, seq) })
      : { ...(await showMoment(ctx, { ...asked, seq })), since: null, sinceAt: null };
  const me = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const version = versions.find((each) => each.seq === seq) ?? null;
  // Compared with what came later, it is the earlier of both.
  const isLater = shown.seq === seq;
  return {
    document,
    head,
    lines,
    versions,
    shown,
    moment: { seq, at: isLater ? shown.at : (shown.sinceAt ?? shown.at) },
    comparedAt: isLater ? shown.sinceAt : shown.at,
    look: shows,
    since: from,
    by,
    done,
    key,
    today: ctx.clock.now(),
    isChosen: at !== undefined || look !== undefined,
    version: version && { ...version, mayRemove: version.namedBy === me || document.role === "manage" },
    writers: writers.map((writer) => ({ ...writer, color: colorOf(writer.personId ?? writer.kind) })),
  };
}

interface Shown extends ShownMoment {
  /** What it is compared with. */
  readonly since: number | null;
  readonly sinceAt: Date | null;
}

/** What a moment is compared with where nobody says: how it was before that writing, or the name before it. */
function sinceOf({ lines, versions }: History, seq: number): number {
  const session = lines.rows.find((line) => line.is === "session" && line.seq === seq);
  return session?.since ?? versions.find((version) => version.seq < seq)?.seq ?? Math.max(0, seq - 1);
}

export type HistoryData = Awaited<ReturnType<typeof loadHistory>>;
export type WriterShown = HistoryData["writers"][number];
