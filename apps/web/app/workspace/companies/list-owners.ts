import type { Ctx } from "@guildhall/db";
import { listStaff } from "@guildhall/people";

/** Who can look after a company. */
export async function listOwners(ctx: Ctx): Promise<readonly { value: string; label: string }[]> {
  const { rows } = await listStaff(ctx, { size: 200, cursor: null });
  return rows.map(({ personId, fullName }) => ({ value: personId, label: fullName }));
}
