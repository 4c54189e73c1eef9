import { resolve } from "node:path";

/** The repository's top folder, wherever the check was started from. */
export const root = resolve(import.meta.dirname, "../../..");
