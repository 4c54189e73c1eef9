import { type Id, newId } from "@guildhall/core";

export interface Surroundings {
  readonly add: (table: string, row: Record<string, unknown>) => Promise<void>;
  readonly people: readonly [Id<"person">, Id<"person">, Id<"person">];
  readonly changeSet: Id<string>;
  readonly marker: string;
  /** An instant with all the digits that the database keeps. */
  readonly exact: string;
}

/** What a hall writes about people and companies: something in every table of it. */
export async function givenRecord({ add, people, changeSet, marker, exact }: Surroundings): Promise<void> {
  const [tag, field, company, audience] = [newId(), newId(), newId(), newId()];
  const named = { name: marker, created_at: exact };
  await add("tag", { ...named, id: tag, name_key: marker.toLowerCase() });
  await add("field", { ...named, id: field, subject: "company", key: "altitude", type: "number" });
  await add("company", {
    ...named,
    id: company,
    sort_name: marker.toLowerCase(),
    owner_person_id: people[1],
    tag_ids: `{${tag}}`,
    fields: `{"${field}": 8848.86, "${newId()}": ["${newId()}"]}`,
    updated_at: exact,
  });
  await add("company_domain", {
    id: newId(),
    company_id: company,
    domain: `${marker.toLowerCase()}.example`,
    source: "by-hand",
    created_at: exact,
  });
  await add("affiliation", {
    id: newId(),
    company_id: company,
    person_id: people[1],
    title: marker,
    since: "2024-02-29",
    source: "by-hand",
    created_at: exact,
  });
  await add("relationship", {
    id: newId(),
    from_person_id: people[1],
    kind: "refers",
    to_person_id: people[2],
    since: exact,
    source: "by-hand",
    created_at: exact,
  });
  await add("person_merge", {
    id: newId(),
    kept_person_id: people[2],
    merged_person_id: people[0],
    change_set_id: changeSet,
    merged_at: exact,
  });
  await add("audience", { ...named, id: audience, kind: "list", updated_at: exact });
  await add("audience_member", { id: newId(), audience_id: audience, person_id: people[1], added_at: exact });
  await add("saved_view", {
    ...named,
    id: newId(),
    grid: "people",
    person_id: people[1],
    state: '{"sort": ["name", "asc"]}',
    updated_at: exact,
  });
  await add("bulk_run", {
    id: newId(),
    grid: "people",
    asked: JSON.stringify({ selection: { ids: [people[2]] }, change: { stage: marker } }),
    state: "done",
    change_set_id: changeSet,
    requested_by_person_id: people[1],
    locale: "en",
    requested_at: exact,
    finished_at: exact,
  });
  await givenImport({ add, people, marker, exact });
  await givenWork({ add, people, marker, exact });
}

async function givenImport({ add, people, marker, exact }: Omit<Surroundings, "changeSet">): Promise<void> {
  const run = newId();
  await add("import_run", {
    id: run,
    state: "done",
    file_name: `${marker}.csv`,
    file_size: 900_719_925_474,
    mapping: `{"columns": [{"column": 0, "name": "${marker}"}]}`,
    figures: '{"rows": 1, "refused": 1}',
    created_by_person_id: people[1],
    created_by_user_id: newId(),
    created_at: exact,
  });
  await add("import_row", {
    run_id: run,
    number: 2,
    outcome: "refused",
    code: "imports.no-identity",
    cells: `["${marker}", "=1+1", "\\u2028"]`,
  });
  await add("import_mapping", {
    fingerprint: "f".repeat(64),
    columns: `["${marker}"]`,
    mapping: `{"${marker}": {"to": "full-name"}}`,
    used_at: exact,
  });
}

async function givenWork({ add, people, marker, exact }: Omit<Surroundings, "changeSet">): Promise<void> {
  const [note, task] = [newId(), newId()];
  const written = { subject_type: "person", subject_id: people[1], created_at: exact, updated_at: exact };
  await add("note", {
    ...written,
    id: note,
    kind: "call",
    body: `{"text": "${marker}"}`,
    happened_at: exact,
    minutes: 5,
  });
  await add("task", { ...written, id: task, title: marker, due_at: exact, due_zone: "Asia/Shanghai" });
  await add("mention", {
    id: newId(),
    source_type: "note",
    source_id: note,
    target_type: "person",
    target_id: people[2],
    created_at: exact,
  });
  await add("timeline_entry", {
    subject_type: "person",
    subject_id: people[1],
    at: exact,
    id: note,
    name: "work.note-added",
    kind: "notes",
    about_id: note,
    payload: JSON.stringify({ marker }),
    active: true,
  });
}
