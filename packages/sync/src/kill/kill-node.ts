import { enableCompileCache } from "node:module";

// Fifty of these are started in a minute: each finds compiled what the first one had to compile.
enableCompileCache();
await import("./doomed-node.ts");
