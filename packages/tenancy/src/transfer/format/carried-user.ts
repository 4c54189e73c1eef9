import { type Id, idSchema, invalid } from "@guildhall/core";
import { parseJson } from "@guildhall/db/copy";
import { z } from "zod";

/** What goes along of a human who signs in: who they are, and nothing that would let anybody in. */
export interface CarriedUser {
  readonly id: Id<"user_account">;
  readonly email: string;
}

const carriedUser = z.object({ id: idSchema("user_account"), email: z.string().min(3).max(254) });

export function parseCarriedUser(line: string): CarriedUser {
  const parsed = carriedUser.safeParse(parseJson(line));
  if (!parsed.success) throw invalid("transfer.users-malformed");
  return parsed.data;
}
