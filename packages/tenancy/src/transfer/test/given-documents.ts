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
  await add("document_reaction", { comment_id: comment, person_id: reader, sign: "👍", at: exact });
  await add("document_mention", { document_id: document, target_type: "person", target_id: people[1], since: exact });
  await givenHistory(add, document, people[1], exact);
}

/** What was written in it by somebody, and a moment of it with a name. */
async function givenHistory(
  add: Surroundings["add"],
  document: string,
  writer: string | undefined,
  exact: string,
): Promise<void> {
  const of = { document_id: document };
  await add("document_writer", { ...of, nth: 0, kind: "person", person_id: writer });
  await add("document_session", {
    ...of,
    id: newId(),
    generation: 1,
    writer: 0,
    first_seq: 1,
    last_seq: 4,
    started_at: exact,
    ended_at: exact,
    erased: Buffer.from([0, 1, 255]),
  });
  await add("document_hand", {
    ...of,
    generation: 1,
    client: 4_294_967_295,
    clock_from: 0,
    clock_to: 7,
    writer: 0,
    author: 0,
  });
  await add("document_version", {
    ...of,
    id: newId(),
    name: "As agreed",
    generation: 1,
    seq: 4,
    state: Buffer.from([0, 0, 255]),
    at: exact,
    named_by: writer,
    named_at: exact,
  });
}
