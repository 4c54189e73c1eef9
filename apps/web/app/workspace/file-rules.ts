import { fileAccess } from "@guildhall/files";
import { mayViewPerson } from "@guildhall/people";

/** Whoever may see a person may see their files. */
export const workspaceFiles = fileAccess({ person: mayViewPerson });
