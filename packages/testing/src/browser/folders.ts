import { join } from "node:path";

export const repository = join(import.meta.dirname, "../../../..");

/** Everything the browser tests write stands here; git, lint and the watchers ignore it. */
export const cache = join(repository, ".cache");
