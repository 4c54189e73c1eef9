import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { FileSubject } from "../file.ts";

/** Whether the actor may see the subject with this id, and so its files; or this one of them. */
type MaySee = (ctx: Ctx, subjectId: Id<string>, fileId: Id<"file">) => Promise<boolean>;

/** Who may see which files; made once by the app out of the domains' policies. */
export interface FileAccess {
  /** Throws not-found for whoever may not, so that nobody learns what there is. */
  require(ctx: Ctx, subject: FileSubject, fileId: Id<"file">): Promise<void>;
}

/** Access by type of subject. A type that is not listed here is seen by nobody. */
export function fileAccess(rules: Readonly<Record<string, MaySee>>): FileAccess {
  const byType = new Map(Object.entries(rules));
  return {
    async require(ctx, { type, id }, fileId) {
      const maySee = byType.get(type);
      if (!maySee || !(await maySee(ctx, id, fileId))) throw notFound();
    },
  };
}
