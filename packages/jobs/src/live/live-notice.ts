import { idSchema } from "@guildhall/core";
import { z } from "zod";

/** Where every process that serves pages listens. */
export const liveChannel = "guildhall_live";

const limit = 7_900; // PostgreSQL takes payloads below 8,000 bytes

const noticeSchema = z.array(z.tuple([idSchema("tenant"), z.string(), idSchema("subject")]));

export interface LiveNotice {
  readonly tenantId: string;
  readonly fact: string;
  readonly subjectId: string;
}

/** Packs facts into as few notices as fit: which tenant, what happened, to whom. No more than that leaves the database. */
export function liveNotices(facts: readonly { tenant_id: string; name: string; subject_id: string }[]): string[] {
  const notices: string[] = [];
  let open: string[] = [];
  let length = 2;
  for (const fact of facts) {
    const entry = JSON.stringify([fact.tenant_id, fact.name, fact.subject_id]);
    if (length + entry.length + 1 > limit) {
      notices.push(`[${open.join()}]`);
      open = [];
      length = 2;
    }
    open.push(entry);
    length += entry.length + 1;
  }
  return open.length > 0 ? [...notices, `[${open.join()}]`] : notices;
}

export function readLiveNotice(payload: string): LiveNotice[] {
  return noticeSchema.parse(JSON.parse(payload)).map(([tenantId, fact, subjectId]) => ({ tenantId, fact, subjectId }));
}
