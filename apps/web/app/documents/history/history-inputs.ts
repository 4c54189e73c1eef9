import { momentSchema, nameVersionInput, renameVersionInput, restoreMomentInput } from "@guildhall/docs/schemas";

// Which document it is, the address says.
export const nameForm = nameVersionInput.omit({ documentId: true });
export const renameForm = renameVersionInput.omit({ documentId: true }).extend({ seq: momentSchema });
export const unnameForm = renameForm.omit({ name: true });
export const restoreForm = restoreMomentInput.omit({ documentId: true });
