import { z } from "zod";

/** Taking back cannot be taken back, so that it is meant is said. */
export const undoForm = z.object({ sure: z.literal(true, { error: "core.undo-unsure" }) });
