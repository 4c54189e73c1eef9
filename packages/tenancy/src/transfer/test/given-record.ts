import { type Id, newId } from "@guildhall/core";

interface Surroundings {
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
}
