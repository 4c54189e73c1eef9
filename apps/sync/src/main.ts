import { setTimeout as pause } from "node:timers/promises";
import { parseConfig } from "@guildhall/config";
import { openLogger } from "@guildhall/suite";
import { openSyncServer } from "./open-sync-server.ts";

const config = parseConfig();
const logger = openLogger(config.LOG_LEVEL);
process.on("uncaughtException", (error) => {
  logger.fatal({ err: error }, "the sync node cannot go on");
  process.exit(1);
});

const node = openSyncServer(config, logger);
node.server.listen(config.PORT, config.HOST, () => logger.info({ listens: node.server.address() }, "open"));

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, async () => {
    logger.info({ signal }, "sending everybody to another node, storing what was accepted");
    node.drain();
    await pause(config.DRAIN_SECONDS * 1_000);
    await node.close();
    process.exit(0);
  });
