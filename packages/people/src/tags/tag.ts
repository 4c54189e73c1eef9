import { type Id, idSchema, lineSchema } from "@guildhall/core";
import { z } from "zod";
import { type Tone, tones } from "../fields/field.ts";

/** A word that staff put on people and companies. */
export interface Tag {
  readonly id: Id<"tag">;
  readonly name: string;
  readonly tone: Tone;
}

export const longestTag = 60;
export const tagNameSchema = lineSchema(longestTag, { empty: "people.tag-missing" });

/** A tag's name as it is compared: VIP, vip and ＶＩＰ are one. */
export function tagKey(name: string): string {
  return name.normalize("NFKC").toLowerCase().normalize("NFKC").replaceAll(/\s+/g, " ").trim().slice(0, 120);
}

export const mostTags = 100;

const names = z
  .array(tagNameSchema)
  .min(1, { error: "people.tag-missing" })
  .max(mostTags, { error: "people.tags-many" });
const tagIds = z.array(idSchema("tag")).min(1).max(mostTags);

export const tagPersonInput = z.object({ personId: idSchema("person"), names });
export const untagPersonInput = z.object({ personId: idSchema("person"), tagIds });
export const tagCompanyInput = z.object({ companyId: idSchema("company"), names });
export const untagCompanyInput = z.object({ companyId: idSchema("company"), tagIds });

export const editTagInput = z.object({ tagId: idSchema("tag"), name: tagNameSchema, tone: z.enum(tones) });
export const deleteTagInput = z.object({ tagId: idSchema("tag") });
export const mergeTagsInput = z.object({
  tagId: idSchema("tag"),
  intoId: z.string({ error: "people.tag-missing" }).pipe(idSchema("tag")),
});
