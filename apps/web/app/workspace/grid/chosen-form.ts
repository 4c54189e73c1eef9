import { idSchema, invalid, lineSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { settleTags } from "@guildhall/people";
import { z } from "zod";

/** What a plain form asks for those chosen. */
export const chosenForm = z.object({
  act: z.enum(["tag", "untag", "stage", "owner", "list", "delete", "undo"]),
  id: z.array(z.uuid()).max(100).default([]),
  value: lineSchema(60).default(""), // an id, or the name of a tag
  set: idSchema("change_set").optional(),
});
type Asked = z.output<typeof chosenForm>;

/** The change as the command takes it. A tag goes by its name, so that a new one can be made. */
export async function changeOf(ctx: Ctx, { act, value }: Pick<Asked, "act" | "value">): Promise<object> {
  switch (act) {
    case "tag":
      if (value === "") throw invalid("people.tag-missing");
      return { tag: await settleTags(ctx, [value]) };
    case "untag":
      return { untag: [value] };
    case "stage":
      return { stage: value === "" ? null : value };
    case "owner":
      return { owner: value === "" ? null : value };
    case "list":
      return { addToAudience: value };
    default:
      return { delete: true };
  }
}
