import { AppError, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { getCompany, getPerson } from "@guildhall/people";
import type { GridName } from "@guildhall/people/schemas";
import type { GridRow } from "@guildhall/ui/grid";
import { pictureAt } from "../picture-address.ts";

/** The row that an address looks at, where the list was not loaded with it; null for one that is not there. */
export async function loadPeek(ctx: Ctx, grid: GridName, slug: string, id: string): Promise<GridRow | null> {
  try {
    return grid === "people" ? await personRow(ctx, slug, id) : await companyRow(ctx, slug, id);
  } catch (error) {
    if (error instanceof AppError && error.kind === "not-found") return null;
    throw error;
  }
}

async function personRow(ctx: Ctx, slug: string, id: string): Promise<GridRow> {
  const person = await getPerson(ctx, idSchema("person").parse(id));
  return {
    id: person.id,
    name: person.fullName,
    href: `/w/${slug}/people/${person.id}`,
    image: pictureAt(slug, person.avatarFileId),
    cells: { email: person.email, phone: person.phone, role: person.role, createdAt: person.createdAt.toISOString() },
  };
}

async function companyRow(ctx: Ctx, slug: string, id: string): Promise<GridRow> {
  const company = await getCompany(ctx, idSchema("company").parse(id));
  return {
    id: company.id,
    name: company.name,
    href: `/w/${slug}/companies/${company.id}`,
    cells: {
      domains: company.domains.map(({ domain }) => domain).join(", "),
      owner: company.owner && { id: company.owner.id, name: company.owner.fullName },
      createdAt: company.createdAt.toISOString(),
    },
  };
}
