export { type Config, parseConfig } from "./config.ts";
export { type DatabaseUrls, resolveDatabase } from "./database-urls.ts";
