import { env } from "node:process";
import { z } from "zod";

/** How large a run is: the whole by default, less of it to try something out. */
const sizeSchema = z.object({
  /** Of each round of each shape. */
  GUILDHALL_BENCH_SECONDS: z.coerce.number().positive().default(5),
  /** Of rooms, joiners and edits, as a share of the whole. */
  GUILDHALL_BENCH_SHARE: z.coerce.number().positive().max(1).default(1),
  /** Only the parts whose name has this word. */
  GUILDHALL_BENCH_ONLY: z.string().default(""),
  /** The folder in which our server leaves its CPU profiles. */
  GUILDHALL_BENCH_PROFILE: z.string().optional(),
});

const asked = sizeSchema.parse(env);

export const seconds = asked.GUILDHALL_BENCH_SECONDS;
export const only = asked.GUILDHALL_BENCH_ONLY;
export const profile = asked.GUILDHALL_BENCH_PROFILE;

export function share(of: number): number {
  return Math.max(1, Math.round(of * asked.GUILDHALL_BENCH_SHARE));
}
