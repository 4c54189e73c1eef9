import type { GivenTenant, TestDatabase } from "@guildhall/testing";

/** The token in the newest mail to an address of this hall, as its reader finds it. */
export async function mailedToken(db: TestDatabase, hall: GivenTenant, recipient: string): Promise<string> {
  const { rows } = await db.owner.query(
    "select input->>'url' as url from message where tenant_id = $1 and recipient = $2 order by id desc limit 1",
    [hall.tenant.id, recipient],
  );
  return tokenOf(rows[0]?.url);
}

/** The last part of a link. */
export function tokenOf(link: string | null | undefined): string {
  return link?.split("/").at(-1) ?? "";
}
