import { PassThrough } from "node:stream";
import { writeArchive } from "./src/copy/archive/write-archive.ts";
import { Readable, Writable, Transform } from "node:stream";
process.on("uncaughtException", (e) => console.log("UNCAUGHT", e.stack));
const orig = PassThrough.prototype.emit;
const out = new PassThrough();
for (const p of [Readable.prototype, Writable.prototype]) {}
const o = out.emit; 
const writing = writeArchive(out, async (archive) => {
  out.destroy();
  for (;;) await archive.add("files/a", Buffer.alloc(1024 * 1024));
});
console.log(await writing.catch((e: Error) => e.stack));
