export { type Config, parseConfig } from "./config.ts";
export { resolveDatabase, type DatabaseUrls } from "./database-urls.ts";
