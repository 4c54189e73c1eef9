import { invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { instantOf } from "../wall-time.ts";
import type { NoteFields } from "./note.ts";

/** A clock may run ahead of the hall's by so much. */
const leeway = 5 * 60_000;

/** What a note keeps beside its words: what has no meaning for its kind falls away. */
export function noteValues(ctx: Ctx, fields: NoteFields, happenedBefore: Date | null = null) {
  const { kind, minutes, direction, outcome } = fields;
  return {
    kind,
    happened_at: whenItHappened(ctx, fields, happenedBefore),
    minutes: kind === "note" || kind === "mail" ? null : minutes,
    direction: kind === "call" || kind === "mail" ? direction : null,
    outcome: kind === "call" ? outcome : null,
  };
}

function whenItHappened(ctx: Ctx, { happenedAt, happenedAtZone }: NoteFields, before: Date | null): Date {
  const now = ctx.clock.now();
  if (happenedAt === "") return before ?? now;
  const at = instantOf(happenedAt, happenedAtZone || ctx.tenant.timeZone);
  if (!at) throw invalid("work.time-malformed", { happenedAt: "work.time-malformed" });
  if (at.getTime() > now.getTime() + leeway) throw invalid("work.not-yet", { happenedAt: "work.not-yet" });
  // A wall's clock shows minutes; what was not changed keeps its seconds.
  return before && Math.floor(before.getTime() / 60_000) === Math.floor(at.getTime() / 60_000) ? before : at;
}
