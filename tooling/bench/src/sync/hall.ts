import { createHash } from "node:crypto";
import { newId } from "@guildhall/core";
import { openDatabase } from "@guildhall/db";
import { openLogger } from "@guildhall/suite";
import { syncTasks } from "@guildhall/sync";
import type pg from "pg";
import * as Y from "yjs";
import { asOwner } from "../as-owner.ts";
import type { Place } from "../temporary-cluster.ts";
import { seed } from "../tenancy/seed.ts";

/** A hall with somebody signed in, who may enter every room of it. */
export interface Hall {
  readonly place: Place;
  readonly cookie: string;
  /** Rooms that nobody has entered yet. */
  rooms(count: number): string[];
  /** A room with these updates in its log; compacted up to the last `tail` of them, by the job that does so. */
  filled(updates: readonly Uint8Array[], tail: number): Promise<string>;
}

const slug = "rooms-1";

export async function openHall(place: Place): Promise<Hall> {
  const id = await asOwner(place.ownerUrl, async (owner) => {
    await seed(owner, { tenants: 1, peopleEach: 1, named: "rooms" });
    const { rows } = await owner.query<{ id: string }>("select id from tenant where slug = $1", [slug]);
    const [tenant] = rows;
    if (!tenant) throw new Error("No hall was made.");
    await owner.query("update session set id = $1 where user_id = $2", [
      createHash("sha256").update(tenant.id).digest("hex"),
      tenant.id,
    ]);
    return tenant.id;
  });
  return {
    place,
    cookie: `guildhall=${id}`,
    rooms: (count) => Array.from({ length: count }, () => `${slug}.board.${newId()}`),
    filled: async (updates, tail) => {
      const [room, subject] = [newId(), newId()];
      await asOwner(place.ownerUrl, async (owner) => {
        await owner.query(
          `insert into sync_room (id, tenant_id, kind, subject_id, schema_version, created_at, head_seq, compaction_due)
           values ($1, $2, 'board', $3, 1, now(), 0, true)`,
          [room, id, subject],
        );
        await append(owner, { tenant: id, room }, updates.slice(0, updates.length - tail));
      });
      await compact(place);
      await asOwner(place.ownerUrl, (owner) =>
        append(owner, { tenant: id, room }, updates.slice(updates.length - tail)),
      );
      return `${slug}.board.${subject}`;
    },
  };
}

async function append(
  owner: pg.Client,
  at: { tenant: string; room: string },
  updates: readonly Uint8Array[],
): Promise<void> {
  for (let from = 0; from < updates.length; from += 20_000) {
    const page = updates.slice(from, from + 20_000).map((update) => Buffer.from(update));
    await owner.query(
      `with moved as (
         update sync_room set head_seq = head_seq + cardinality($3::bytea[]) where tenant_id = $1 and id = $2 returning head_seq
       )
       insert into sync_update (tenant_id, room_id, seq, generation, update, at)
       select $1, $2, moved.head_seq - cardinality($3::bytea[]) + given.nth, 1, given.update, now()
       from moved, unnest($3::bytea[]) with ordinality as given (update, nth)`,
      [at.tenant, at.room, page],
    );
  }
}

async function compact(place: Place): Promise<void> {
  const database = openDatabase(place.urls);
  const logger = openLogger("silent");
  for (const task of syncTasks(new Map()))
    await task.run(undefined, { database, logger, attempt: { number: 1, max: 1 } });
  await database.close();
}

/** A text as somebody writes it: letter by letter, now and then somewhere else, one in ten taken back. */
export function writing(edits: number): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const text = doc.getText("text");
  let at = 0;
  for (let n = 0; n < edits; n++) {
    if (n % 60 === 0) at = (n * 7_919) % (text.length + 1);
    if (n % 10 === 9 && at > 0) text.delete(--at, 1);
    else text.insert(at++, "x");
  }
  return updates;
}

/** One update of about so many bytes, in paragraphs. */
export function large(bytes: number): Uint8Array[] {
  const doc = new Y.Doc();
  const rows = doc.getArray<string>("rows");
  doc.transact(() => {
    for (let n = 0; n * 100 < bytes; n++) rows.insert(n % 2 ? 0 : rows.length, [`${n} ${"x".repeat(80)}`]);
  });
  return [Y.encodeStateAsUpdate(doc)];
}
