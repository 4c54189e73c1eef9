import { parseConfig, resolveDatabase } from "@guildhall/config";
import { migrate } from "@guildhall/db/migrate";
import { openLogger } from "@guildhall/suite";

const config = parseConfig();
const logger = openLogger(config.LOG_LEVEL);
process.on("uncaughtException", (error) => {
  logger.fatal({ err: error }, "the database could not be brought up to date");
  process.exit(1);
});

const { owner, jobs } = resolveDatabase(config);
await migrate(owner, jobs, { onProgress: (migration) => logger.info({ migration }, "migrated") });
logger.info("the database is up to date");
