import { idSchema } from "@guildhall/core";
import { mayViewDocument } from "@guildhall/docs";
import { fileAccess } from "@guildhall/files";
import { mayViewPerson } from "@guildhall/people";
import { suiteSubjects } from "@guildhall/suite";
import { mayViewNote } from "@guildhall/work";

/** Whoever may see a person or a note may see its files; whoever works in a hall, what the hall itself wears. */
export const workspaceFiles = fileAccess({
  person: mayViewPerson,
  document: mayViewDocument(),
  note: (ctx, id) => mayViewNote(ctx, suiteSubjects, idSchema("note").parse(id)),
  tenant: async (ctx, id) => ctx.actor.can("workspace.enter") && id === ctx.tenant.id,
});
