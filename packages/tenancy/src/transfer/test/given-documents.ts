import { newId, richTextFromPlain } from "@guildhall/core";
import type { Surroundings } from "./given-record.ts";

/** A space with a document that has grants of its own, is kept at hand, was written in, is spoken about and names somebody. */
export async function givenDocuments({
  add,
  people,
  marker,
  exact,
  fileId,
}: Omit<Surroundings, "changeSet"> & { readonly fileId: string }): Promise<void> {
  const [space, shared, own, document, grant] = [newId(), newId(), newId(), newId(), newId()];
  const [reader] = people;
  await add("space", { id: space, name: marker, rank: "a0", created_at: exact, updated_at: exact });
  await add("document_scope", { id: shared, space_id: space, is_space: true, inherits: false });
  await add("document_scope", { id: own, space_id: space, parent_id: shared });
  await add("document", {
    id: document,
    space_id: space,
    rank: "a0",
    scope_id: own,
    own_scope: true,
    title: marker,
    body: `"${marker}",\n\u2028`,
    created_at: exact,
    edited_at: exact,
  });
  await add("document_grant", {
    id: grant,
    scope_id: own,
    grantee: "person",
    person_id: reader,
    role: 3,
    granted_at: exact,
  });
  await add("document_file", { document_id: document, file_id: fileId, since: exact });
  await add("document_guest", {
    id: newId(),
    grant_id: grant,
    token_hash: "a".repeat(64),
    email: "guest@example.com",
    invited_by: reader,
    created_at: exact,
    expires_at: exact,
  });
  const theirs = { person_id: reader, document_id: document };
  await add("document_favourite", { ...theirs, added_at: exact });
  await add("document_visit", { ...theirs, visited_at: exact });
  await add("document_author", { ...theirs, first_at: exact, last_at: exact, told_on: "2026-03-02" });
  const [thread, comment] = [newId(), newId()];
  await add("document_thread", {
    id: thread,
    document_id: document,
    quote: marker,
    words_before: '"',
    begun_at: exact,
    resolved_at: exact,
    resolved_by: reader,
  });
  await add("document_comment", {
    id: comment,
    thread_id: thread,
    author_person_id: reader,
    body: JSON.stringify(richTextFromPlain(marker)),
    created_at: exact,
  });
  await add("document_comment", {
    id: newId(),
    thread_id: thread,
    guest_name: marker,
    guest_key: Buffer.alloc(32, 7),
    body: JSON.stringify(richTextFromPlain(marker)),
    created_at: exact,
    removed_at: exact,
  });
  await add("document_reaction", { comment_id: comment, person_id: reader, sign: "👍", at: exact });
  await add("document_mention", { document_id: document, target_type: "person", target_id: people[1], since: exact });
}
