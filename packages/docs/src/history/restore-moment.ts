import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { editRoom } from "@guildhall/sync";
import { recordChange } from "@guildhall/tenancy";
import { documentField } from "../editor/document-node.ts";
import { documentKind } from "../rooms/document-kind.ts";
import { restoreMomentInput } from "./history.ts";
import { openHistory, readMoment } from "./open-history.ts";
import { partsOf } from "./part.ts";
import { restoreInto } from "./restore-into.ts";
import { rewrite } from "./rewrite.ts";
import { Writers } from "./writers.ts";

/**
 * Makes a document into what it was after a change, as one more change by whoever asks, who had it before them as it was
 * after `base`: whoever writes in it goes on writing, what they wrote since then stays, and the moment before is one to
 * restore in its turn. Returns the number of the change; null where the document reads so already.
 */
export async function restoreMoment(ctx: Ctx, input: unknown, key: string | null = null): Promise<number | null> {
  const { documentId, seq: wanted, base } = restoreMomentInput.parse(input);
  const history = await openHistory(ctx, documentId, key);
  const { doc: then } = await readMoment(ctx, history, wanted);
  const parts = partsOf(then.getXmlFragment(documentField));
  const seen = await readMoment(ctx, history, base || history.head);
  const isOfNow = seen.generation === history.generation;
  const seq = await editRoom(ctx, documentKind, documentId, (doc) =>
    isOfNow ? restoreInto(doc, seen.doc, parts) : rewrite(doc.getXmlFragment(documentField), parts),
  );
  if (seq === null || ctx.actor.kind !== "person") return null;
  const by = { seq, userId: ctx.actor.userId, connectionId: null };
  await ctx.db.selectFrom("document").select("id").where("id", "=", documentId).forNoKeyUpdate().execute();
  const writers = new Writers(ctx, documentId);
  await writers.meet([by]);
  const at = ctx.clock.now();
  await ctx.db
    .insertInto("document_session")
    .values({
      tenant_id: ctx.tenant.id,
      document_id: documentId,
      generation: history.generation,
      writer: writers.numberOf(by),
      first_seq: seq,
      last_seq: seq,
      started_at: at,
      ended_at: at,
      restored_seq: wanted,
    })
    .execute();
  await recordChange(ctx, {
    action: "document.rewound",
    subjectType: "document",
    subjectId: documentId,
    before: null,
    after: { title: history.document.title },
  });
  await appendFact(ctx, "docs.text-restored", { documentId });
  return seq;
}
