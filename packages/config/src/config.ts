import { z } from "zod";

const optionalUrl = z.url().optional();
const size = (fallback: number) => z.coerce.number().int().positive().default(fallback);
const flag = z.enum(["0", "1", "true", "false"]).transform((text) => text === "1" || text === "true");

/** Naming any of these puts a database of the operator's in the place of the embedded one. */
const databaseVariables = ["DATABASE_URL", "DATABASE_APP_URL", "DATABASE_PLATFORM_URL", "DATABASE_JOBS_URL"] as const;

const variables = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  /** Where people reach the installation; makes links in mail and the Origin that posts must have. */
  PUBLIC_URL: optionalUrl,
  /** Keeper of what the embedded defaults write. */
  DATA_DIR: z.string().default(".data"),
  /** Signs file links, unsubscribe links and callbacks. Made and kept in DATA_DIR where the embedded defaults run. */
  SECRET: z.string().min(32).optional(),
  DATABASE_URL: z.string().optional(),
  DATABASE_APP_URL: z.string().optional(),
  DATABASE_PLATFORM_URL: z.string().optional(),
  DATABASE_JOBS_URL: z.string().optional(),
  DATABASE_POOL: size(10),
  REDIS_URL: optionalUrl,
  SMTP_URL: optionalUrl,
  MAIL_FROM: z.string().default("Guildhall <hall@guildhall.example>"),
  SMS_URL: optionalUrl,
  /** How many sign-in and verification codes may be sent by SMS in an hour, all together; each costs money. */
  SMS_PER_HOUR: size(200),
  S3_ENDPOINT: optionalUrl,
  S3_REGION: z.string().default("us-east-1"),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** Reverse proxies in front whose X-Forwarded-* is believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  /** Whether this process also runs facts, jobs and cron. */
  RUN_JOBS: flag.default(true),
  /** Whether this process also serves rooms that are edited together; sync nodes of their own always do. */
  RUN_SYNC: flag.default(true),
  /** What one socket of a room may take up: updates a second, over time; the other limits follow in megabytes and seconds. */
  SYNC_UPDATES_PER_SECOND: size(60),
  /** A frame in. Pages send what is larger than 2 MB by HTTP, so it is never less. */
  SYNC_FRAME_MB: z.coerce.number().int().min(2).max(256).default(2),
  /** One update by HTTP. */
  SYNC_MERGE_MB: size(64),
  /** A first sync; what is larger is fetched by HTTP. */
  SYNC_FIRST_MB: size(4),
  /** Waiting for a reader: from here on it is sent one difference later, */
  SYNC_BEHIND_MB: size(1),
  /** and here, or after so many seconds, it is cut off. */
  SYNC_SLOW_MB: size(8),
  SYNC_SLOW_SECONDS: size(30),
  /** Seconds after SIGTERM in which a web node still takes requests while /readyz turns them away to the others. */
  DRAIN_SECONDS: z.coerce.number().min(0).max(300).default(3),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  UPLOAD_LIMIT_MB: size(25),
});

const environment = variables.superRefine((env, context) => {
  for (const [name, message] of faults(env)) context.addIssue({ code: "custom", path: [name], message });
});

/** Variables that are right by themselves, and not beside the others. */
function* faults(env: z.output<typeof variables>): Generator<[variable: string, message: string]> {
  if (env.S3_BUCKET && !(env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY))
    yield ["S3_BUCKET", "S3_BUCKET needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY"];
  if (env.SYNC_BEHIND_MB >= env.SYNC_SLOW_MB) yield ["SYNC_BEHIND_MB", "has to be less than SYNC_SLOW_MB"];
  if (env.SYNC_MERGE_MB < env.SYNC_FRAME_MB) yield ["SYNC_MERGE_MB", "may not be less than SYNC_FRAME_MB"];
  const given = databaseVariables.find((name) => env[name] !== undefined);
  if (!given) return;
  if (!env.SECRET) yield ["SECRET", `SECRET (32 characters or more) is needed beside ${given}`];
  if (env.DATABASE_URL) return;
  const without = `is needed beside ${given}, where there is no DATABASE_URL`;
  if (!env.DATABASE_APP_URL) yield ["DATABASE_APP_URL", without];
  if (!env.DATABASE_PLATFORM_URL) yield ["DATABASE_PLATFORM_URL", without];
  if (env.RUN_JOBS && !env.DATABASE_JOBS_URL) yield ["DATABASE_JOBS_URL", without];
}

type Environment = z.infer<typeof environment>;

/** The environment as the product sees it; nothing else reads `process.env`. */
export interface Config extends Environment {
  /** True where an embedded default stands in for a real service, so `/dev/mail` and its like are served. */
  readonly embedded: boolean;
}

/** Parses the environment once, at boot; throws one error that names every variable that is wrong. */
export function parseConfig(env: Record<string, string | undefined> = process.env): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(present);
  if (!parsed.success)
    throw new Error(
      `The environment is not usable:\n${parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`).join("\n")}`,
    );
  return { ...parsed.data, embedded: databaseVariables.every((name) => parsed.data[name] === undefined) };
}
