import { parseConfig } from "@guildhall/config";
import { openLogger } from "@guildhall/suite";
import { openWorker } from "./open-worker.ts";

const config = parseConfig();
const logger = openLogger(config.LOG_LEVEL);
process.on("uncaughtException", (error) => {
  logger.fatal({ err: error }, "the worker cannot go on");
  process.exit(1);
});

const worker = await openWorker(config, logger);
worker.server.listen(config.PORT, config.HOST, () => logger.info({ listens: worker.server.address() }, "at work"));

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, async () => {
    logger.info({ signal }, "finishing what is under way");
    await worker.close();
    process.exit(0);
  });
