import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "@guildhall/core";
import { expect, test } from "vitest";
import { seeded, seededBytes } from "../test/seeded.ts";
import { describeStore } from "../test/store-contract.ts";
import { allIn, temporaryStore } from "../test/temporary-store.ts";
import { newStorageKey, storageKeySchema } from "./storage-key.ts";

const disk = temporaryStore();

describeStore("a store on disk", () => disk.store);

test("no text that is not two ids of ours is a key, so none leads out of the folder", () => {
  const key = newStorageKey(newId());
  const [tenant = "", object = ""] = key.split("/");
  const hostile = [
    `../${key}`,
    `${tenant}/../${object}`,
    `${tenant}/..`,
    "/etc/passwd",
    `${key}\n`,
    `${key}\0.png`,
    `${key}/x`,
    key.toUpperCase(),
  ];
  for (const text of hostile) expect(storageKeySchema.safeParse(text).success).toBe(false);
  const random = seeded(1);
  for (let run = 0; run < 2_000; run++) {
    const text = Buffer.from(seededBytes(random, Math.floor(random() * 90))).toString("latin1");
    expect(storageKeySchema.safeParse(text).success).toBe(false);
  }
});

test("what died while it was written is neither listed nor kept, and what others put there is left alone", async () => {
  const key = newStorageKey(newId());
  await disk.store.put(
    (async function* () {
      yield Buffer.from("whole");
    })(),
    key,
  );
  const [tenant = "", object = ""] = key.split("/");
  const folder = join(disk.directory, tenant, object.slice(-2));
  await writeFile(join(folder, `.${newId()}.part`), "half");
  await writeFile(join(folder, "notes.txt"), "somebody's");
  expect((await allIn(disk.store)).map((each) => each.key).filter((each) => each.startsWith(tenant))).toEqual([key]);

  await disk.store.discardUnfinished(new Date(Date.now() - 60_000));
  expect(await readdir(folder)).toHaveLength(3);
  await disk.store.discardUnfinished(new Date(Date.now() + 60_000));
  expect((await readdir(folder)).sort()).toEqual([object, "notes.txt"].sort());
});

test("a process killed in the middle of writing leaves nothing under the key", async () => {
  const key = newStorageKey(newId());
  const script = `
    const { diskStore } = await import(${JSON.stringify(new URL("./disk-store.ts", import.meta.url).href)});
    async function* endless() { for (let n = 0; ; n++) { yield new Uint8Array(65536); if (n === 20) process.stdout.write("writing"); } }
    await diskStore(${JSON.stringify(disk.directory)}).put(endless(), ${JSON.stringify(key)});`;
  const writer = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(writer.stdout, "data");
  writer.kill("SIGKILL");
  await once(writer, "exit");

  expect(await disk.store.exists(key)).toBe(false);
  const left = async () =>
    (await readdir(disk.directory, { recursive: true })).filter((name) => name.endsWith(".part"));
  expect(await left()).toHaveLength(1);
  await disk.store.discardUnfinished(new Date(Date.now() + 60_000));
  expect(await left()).toEqual([]);
});
