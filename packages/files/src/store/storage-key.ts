import { type Id, newId } from "@guildhall/core";
import { z } from "zod";

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** Where bytes lie in a store: "tenant/object", both ids of ours. Nothing that a user typed can become one. */
export const storageKeySchema = z
  .string()
  .regex(new RegExp(`^${uuid}/${uuid}$`))
  .brand<"storage key">();
export type StorageKey = z.infer<typeof storageKeySchema>;

/** Never given out twice, so bytes under a key are written once and never change. */
export function newStorageKey(tenantId: Id<"tenant">): StorageKey {
  return storageKeySchema.parse(`${tenantId}/${newId()}`);
}

export function partsOf(key: StorageKey): { tenantId: string; objectId: string } {
  const [tenantId = "", objectId = ""] = storageKeySchema.parse(key).split("/");
  return { tenantId, objectId };
}
