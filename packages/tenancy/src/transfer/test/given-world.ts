import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { type Id, newId } from "@guildhall/core";
import { type StorageKey, storageKeySchema } from "@guildhall/files";
import { type GivenTenant, given, type TestDatabase, testNow } from "@guildhall/testing";
import { givenDocuments } from "./given-documents.ts";
import { givenRecord } from "./given-record.ts";
import type { House } from "./use-transfer.ts";

export interface World {
  readonly hall: GivenTenant;
  readonly owner: Id<"user_account">;
  readonly keys: readonly [StorageKey, StorageKey];
  readonly marker: string;
}

const exact = "2026-03-02T09:00:00.123456Z";

/** A tenant with something in every table that a tenant has; every text of its own says `marker`. */
export async function givenWorld({ db, store }: House, marker: string): Promise<World> {
  const hall = await given(db).tenant({ name: `${marker} 远山户外`, accent: "#8a2b21" });
  const tenantId = hall.tenant.id;
  const add = (table: string, row: Record<string, unknown>) => addRow(db, table, { tenant_id: tenantId, ...row });
  const owner = newId<"user_account">();
  await addRow(db, "user_account", {
    id: owner,
    email: `${marker.toLowerCase()}@hall.example`,
    password_hash: "$argon2id$secret",
    created_at: exact,
  });

  const people = [newId<"person">(), newId<"person">(), newId<"person">()] as const;
  const keys = [
    storageKeySchema.parse(`${tenantId}/${newId()}`),
    storageKeySchema.parse(`${tenantId}/${newId()}`),
  ] as const;
  const [fileId, changeSet, fact] = [newId(), newId(), newId()];
  for (const id of people)
    await add("person", {
      id,
      full_name: `${marker} "陈", \\N\n\t🏔️`,
      created_at: exact,
      updated_at: exact,
      version: "9007199254740993",
    });
  await add("file", {
    id: fileId,
    subject_type: "person",
    subject_id: people[0],
    name: `${marker}.png`,
    media_type: "image/png",
    size: 3_000_000,
    sha256: "x",
    storage_key: keys[0],
    created_at: exact,
  });
  await add("file_rendition", {
    file_id: fileId,
    width: 80,
    height: 80,
    media_type: "image/webp",
    size: 0,
    storage_key: keys[1],
  });
  await db.owner.query("update person set canonical_id = $1, avatar_file_id = $2 where id = $3", [
    people[2],
    fileId,
    people[0],
  ]);
  await add("person_identity", {
    id: newId(),
    person_id: people[1],
    kind: "email",
    value: `${marker.toLowerCase()}@hall.example`,
    source: "import",
    created_at: exact,
  });
  await add("login", { user_id: owner, person_id: people[1], created_at: exact });
  await add("membership", { person_id: people[1], role: "owner", created_at: exact });
  await add("change_set", {
    id: changeSet,
    kind: "import",
    actor_user_id: owner,
    actor_person_id: people[1],
    created_at: exact,
  });
  await add("change_set_item", {
    change_set_id: changeSet,
    subject_type: "person",
    subject_id: people[0],
    before: null,
    after: JSON.stringify({ marker }),
  });
  await add("audit_entry", {
    id: newId(),
    at: exact,
    actor_kind: "person",
    actor_user_id: owner,
    action: "x",
    subject_type: "person",
    subject_id: people[0],
    before: "null",
    after: '{"n": 12345678901234567890.123, "text": "\\u2028"}',
  });
  await add("fact", {
    id: fact,
    name: "people.person-updated",
    subject_type: "person",
    subject_id: people[0],
    subject_version: 2,
    payload: JSON.stringify({ marker }),
    actor_kind: "system",
    occurred_at: exact,
  });
  await add("outbox", { fact_id: fact, name: "people.person-updated", subject_id: people[0], subject_version: 2 });
  await add("delivery", {
    fact_id: fact,
    handler: marker,
    ordered: true,
    subject_id: people[0],
    due_at: exact,
    created_at: exact,
  });
  await add("scheduled_fact", {
    key: marker,
    name: "people.person-updated",
    payload: "{}",
    due_at: "2027-03-02T09:00:00Z",
  });
  await add("message", {
    id: newId(),
    channel: "email",
    purpose: "transactional",
    template: "welcome",
    locale: "en",
    recipient: marker,
    person_id: people[1],
    input: "null",
    created_at: exact,
  });
  await add("consent", {
    id: newId(),
    channel: "email",
    address: marker,
    purpose: "news",
    granted: true,
    source: "form",
    changed_at: exact,
  });
  await add("suppression", { channel: "email", address: marker, reason: "complaint", created_at: testNow });
  const [first, behind] = [newId(), newId()];
  const notice = {
    person_id: people[1],
    kind: "people.staff-joined",
    fact_id: fact,
    payload: JSON.stringify({ marker }),
    about_type: "person",
    about_id: people[0],
    in_app: true,
    mail_as: "digest",
    collapse_key: marker,
    created_at: exact,
    latest_at: exact,
  };
  await add("notification", { ...notice, id: first, behind: 1 });
  await add("notification", { ...notice, id: behind, fact_id: newId(), under_id: first, is_head: false });
  await add("notice_preference", {
    person_id: people[1],
    topic: "team",
    in_app: true,
    mail: "off",
    changed_at: exact,
  });
  await add("notice_settings", { person_id: people[1], quiet_from: 1320, quiet_to: 420, changed_at: exact });
  await add("notice_due", { person_id: people[1], what: "digest", due_at: "2027-03-02T09:00:00Z", planned: true });
  await add("join_request", {
    id: newId(),
    user_id: owner,
    kind: "join",
    reason: "approval",
    full_name: marker,
    email: `${marker.toLowerCase()}@hall.example`,
    note: marker,
    locale: "en",
    claims_person_id: people[1],
    claims_by: "email",
    created_at: exact,
  });
  await add("member_invitation", {
    id: newId(),
    token_hash: createHash("sha256").update(marker).digest("hex"),
    email: `${marker.toLowerCase()}@hall.example`,
    uses_left: 1,
    created_by: people[1],
    created_at: exact,
    expires_at: exact,
  });
  await add("personal_link", {
    id: newId(),
    person_id: people[1],
    token_hash: createHash("sha256").update(marker).digest("hex"),
    created_by: people[1],
    created_at: exact,
    expires_at: exact,
  });
  const invitation = newId();
  await add("invitation", {
    id: invitation,
    kind: "mail",
    email: `${marker.toLowerCase()}@hall.example`,
    full_name: marker,
    role: "staff",
    token_hash: "0".repeat(64),
    max_uses: 1,
    uses: 1,
    invited_by_person_id: people[1],
    created_at: exact,
    expires_at: "2026-03-16T09:00:00Z",
  });
  await add("invitation_use", { invitation_id: invitation, person_id: people[1], used_at: exact });
  await add("entitlement", { key: "staff.seats", amount: 5, source: "gift" });
  await add("starter_step", { person_id: people[1], step: "portal", settled: "dismissed", settled_at: exact });
  await add("tenant_export", {
    id: newId(),
    requested_by_person_id: people[1],
    state: "swept",
    requested_at: exact,
    seen_at: exact,
  });

  const room = { room_id: newId(), generation: 2 };
  await add("sync_room", {
    id: room.room_id,
    kind: "board",
    subject_id: newId(),
    generation: 2,
    schema_version: 1,
    head_seq: 3,
    created_at: exact,
  });
  await add("sync_update", { ...room, seq: 3, user_id: owner, update: randomBytes(40), at: exact });
  await add("sync_snapshot", { ...room, seq: 2, state: randomBytes(40), at: exact });
  await add("sync_archive", {
    room_id: room.room_id,
    first_seq: 1,
    last_seq: 2,
    first_at: exact,
    last_at: exact,
    entries: randomBytes(40),
  });

  await givenRecord({ add, people, changeSet, marker, exact });
  await givenDocuments({ add, people, marker, exact, fileId });

  await store.put(Readable.from([Buffer.from(marker), randomBytes(3_000_000)]), keys[0]);
  await store.put(Readable.from([]), keys[1]);
  return { hall, owner, keys, marker };
}

async function addRow(db: TestDatabase, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  await db.owner.query(
    `insert into ${table} (${columns.join(", ")}) values (${places.join(", ")})`,
    Object.values(row),
  );
}
