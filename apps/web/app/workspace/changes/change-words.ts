import { m } from "@guildhall/i18n/messages";
import type { Words } from "../../shell/words.ts";

type Plain = typeof m.merge_kind_other;

const plain: Readonly<Record<string, Plain>> = {
  import: m.merge_kind_import,
  "people.merge": m.merge_kind_merge,
  "bulk-edit": m.merge_kind_bulk,
  "position.removed": m.merge_kind_position,
};

const named: Readonly<Record<string, typeof m.merge_kind_tag_deleted>> = {
  "tag.deleted": m.merge_kind_tag_deleted,
  "company.deleted": m.merge_kind_company_deleted,
  "company.domain-added": m.merge_kind_domain_added,
  "company.domain-removed": m.merge_kind_domain_removed,
  "audience.filled": m.merge_kind_filled,
  "audience.emptied": m.merge_kind_emptied,
  "audience.deleted": m.merge_kind_list_deleted,
};

interface Told {
  readonly kind: string;
  readonly summary: Readonly<Record<string, unknown>>;
}

/** What was done, in words, with the name of what it was done to. */
export function changeIn({ t }: Pick<Words, "t">, { kind, summary }: Told): string {
  const name = String(summary["name"] ?? summary["domain"] ?? "");
  if (kind === "tag.merged") return t(m.merge_kind_tag_merged, { name, into: String(summary["into"] ?? "") });
  if (kind === "import" && name !== "") return t(m.merge_kind_import_of, { name });
  const message = named[kind];
  return message ? t(message, { name }) : t(plain[kind] ?? m.merge_kind_other);
}

/** What the rows of a table are called. */
export const thingWords: Readonly<Record<string, Plain>> = {
  person: m.merge_thing_person,
  company: m.merge_thing_company,
  company_domain: m.merge_thing_company_domain,
  person_identity: m.merge_thing_person_identity,
  affiliation: m.merge_thing_affiliation,
  relationship: m.merge_thing_relationship,
  audience: m.merge_thing_audience,
  audience_member: m.merge_thing_audience_member,
  tag: m.merge_thing_tag,
  field: m.merge_thing_field,
  person_merge: m.merge_thing_person_merge,
  consent: m.merge_thing_consent,
  note: m.merge_thing_note,
};

/** What one row of a table is called. */
export const oneWords: Readonly<Record<string, Plain>> = {
  person: m.merge_one_person,
  company: m.merge_one_company,
  company_domain: m.merge_one_company_domain,
  person_identity: m.merge_one_person_identity,
  affiliation: m.merge_one_affiliation,
  relationship: m.merge_one_relationship,
  audience: m.merge_one_audience,
  audience_member: m.merge_one_audience_member,
  tag: m.merge_one_tag,
  field: m.merge_one_field,
  person_merge: m.merge_one_person_merge,
  consent: m.merge_one_consent,
  note: m.merge_one_note,
};

/** Why undo left a row. */
export const whyWords = {
  erased: m.merge_why_erased,
  gone: m.merge_why_gone,
  "changed-since": m.merge_why_changed,
  "in-use": m.merge_why_in_use,
} as const;

/** What columns are called; "fields.ID" is looked up among the hall's own. */
export const columnWords: Readonly<Record<string, Plain>> = {
  full_name: m.merge_name,
  stage: m.merge_stage,
  owner_person_id: m.merge_owner,
  locale: m.merge_locale,
  time_zone: m.merge_timeZone,
  avatar_file_id: m.merge_picture,
  canonical_id: m.merge_thing_person_merge,
  tag_ids: m.merge_thing_tag,
};
