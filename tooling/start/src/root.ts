import { join } from "node:path";

/** The top of the workspace. */
export const root = join(import.meta.dirname, "../../..");
