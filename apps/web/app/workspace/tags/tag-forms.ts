import { idSchema } from "@guildhall/core";
import { tagNameSchema } from "@guildhall/people/schemas";
import { z } from "zod";

const act = z.string();

export const tagForm = z.object({ act, tag: tagNameSchema });
export const untagForm = z.object({ act, tagId: idSchema("tag") });
