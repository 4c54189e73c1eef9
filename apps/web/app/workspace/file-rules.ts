import { fileAccess } from "@guildhall/files";
import { mayViewPerson } from "@guildhall/people";

/** Whoever may see a person may see their files; whoever works in a hall, what the hall itself wears. */
export const workspaceFiles = fileAccess({
  person: mayViewPerson,
  tenant: async (ctx, id) => ctx.actor.can("workspace.enter") && id === ctx.tenant.id,
});
