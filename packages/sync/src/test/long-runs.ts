import { env } from "node:process";

/** Whether what takes long is run as well, at its real length. */
// biome-ignore lint/style/noProcessEnv: set for the long runs, by which no product code is steered
export const longRuns = env.GUILDHALL_ALL === "1";
