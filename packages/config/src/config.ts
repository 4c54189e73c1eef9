import { z } from "zod";

const optionalUrl = z.url().optional();
const size = (fallback: number) => z.coerce.number().int().positive().default(fallback);
const flag = z.enum(["0", "1", "true", "false"]).transform((text) => text === "1" || text === "true");

const environment = z
  .object({
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
    S3_ENDPOINT: optionalUrl,
    S3_REGION: z.string().default("us-east-1"),
    S3_BUCKET: z.string().optional(),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    /** Reverse proxies in front whose X-Forwarded-* is believed. */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
    /** Whether this process also runs facts, jobs and cron. */
    RUN_JOBS: flag.default(true),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    UPLOAD_LIMIT_MB: size(25),
  })
  .superRefine((env, context) => {
    if (env.S3_BUCKET && !(env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY))
      context.addIssue({ code: "custom", path: ["S3_BUCKET"], message: "S3_BUCKET needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY" });
    if (env.DATABASE_URL && !env.SECRET)
      context.addIssue({ code: "custom", path: ["SECRET"], message: "SECRET (32 characters or more) is needed beside DATABASE_URL" });
  });

export type Environment = z.infer<typeof environment>;

/** The environment as the product sees it; nothing else reads `process.env`. */
export interface Config extends Environment {
  /** True where an embedded default stands in for a real service, so `/dev/mail` and its like are served. */
  readonly embedded: boolean;
}

/** Parses the environment once, at boot; throws one error that names every variable that is wrong. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(present);
  if (!parsed.success)
    throw new Error(`The environment is not usable:\n${parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`).join("\n")}`);
  return { ...parsed.data, embedded: parsed.data.DATABASE_URL === undefined };
}
