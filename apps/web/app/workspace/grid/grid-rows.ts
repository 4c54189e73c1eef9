import type { CompanyRow, FieldValues, GridColumn, PersonRow, RecordNames, TagChip } from "@guildhall/people/schemas";
import type { CellValue, GridRow } from "@guildhall/ui/grid";
import { pictureAt } from "../picture-address.ts";

/** A person as the grid takes them. */
export function rowOfPerson(slug: string, columns: readonly GridColumn[], person: PersonRow): GridRow {
  return {
    id: person.id,
    name: person.fullName,
    href: `/w/${slug}/people/${person.id}`,
    image: pictureAt(slug, person.avatarFileId),
    cells: {
      name: person.fullName,
      email: person.email,
      phone: person.phone,
      company: person.company,
      jobTitle: person.jobTitle,
      stage: person.stage,
      tags: idsOf(person.tags),
      owner: person.owner,
      source: person.source,
      language: person.locale,
      timeZone: person.timeZone,
      role: person.role,
      member: person.member,
      createdAt: person.createdAt.toISOString(),
      updatedAt: person.updatedAt.toISOString(),
      lastActivityAt: person.lastActivityAt?.toISOString() ?? null,
      ...fieldCells(columns, person),
    },
  };
}

/** A company as the grid takes it. */
export function rowOfCompany(slug: string, columns: readonly GridColumn[], company: CompanyRow): GridRow {
  return {
    id: company.id,
    name: company.name,
    href: `/w/${slug}/companies/${company.id}`,
    cells: {
      name: company.name,
      domains: company.domains.join(", "),
      parent: company.parent,
      owner: company.owner,
      tags: idsOf(company.tags),
      people: company.people,
      source: company.source,
      createdAt: company.createdAt.toISOString(),
      updatedAt: company.updatedAt.toISOString(),
      ...fieldCells(columns, company),
    },
  };
}

function idsOf(tags: readonly TagChip[]): readonly string[] {
  return tags.map(({ id }) => id);
}

interface WithFields {
  readonly fields: FieldValues;
  readonly records: RecordNames;
}

/** The values of the hall's own fields; a relation is the record that it leads to. */
function fieldCells(columns: readonly GridColumn[], { fields, records }: WithFields): Record<string, CellValue> {
  const own = new Map(Object.entries(fields).map(([id, value]) => [`field:${id}`, value]));
  return Object.fromEntries(
    columns.flatMap((column) => {
      const value = own.get(column.id);
      if (value === undefined) return [];
      const record = column.kind === "record" && typeof value === "string";
      return [[column.id, record ? { id: value, name: records[value] ?? "" } : value]];
    }),
  );
}
