import { join } from "node:path";
import { playwrightConfig } from "@guildhall/testing/browser";

export default await playwrightConfig({
  testDir: join(import.meta.dirname, "test"),
  baseURL: process.env.BASE_URL ?? "http://localhost:3000",
});
