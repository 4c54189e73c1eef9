import { newId } from "@guildhall/core";
import { describe, expect, test } from "vitest";
import type { FileStore } from "../store/file-store.ts";
import { newStorageKey } from "../store/storage-key.ts";
import { seeded, seededBytes } from "./seeded.ts";
import { allIn, bytesIn } from "./temporary-store.ts";

/** What every store promises. */
export function describeStore(name: string, current: () => FileStore): void {
  const random = seeded(20260302);
  const tenantId = newId<"tenant">();

  describe(name, () => {
    test.each([0, 1, 4096, 6 * 1024 * 1024])("gives back the %i bytes that were put", async (size) => {
      const bytes = seededBytes(random, size);
      const key = newStorageKey(tenantId);
      await current().put(inChunks(bytes), key);
      expect(await current().exists(key)).toBe(true);
      const stored = await current().get(key);
      expect(stored?.size).toBe(size);
      stored?.stream.destroy();
      expect((await bytesIn(current(), key))?.equals(bytes)).toBe(true);
    });

    test("gives back a range, first and last byte included", async () => {
      const key = newStorageKey(tenantId);
      await current().put(inChunks(Buffer.from("0123456789")), key);
      expect((await bytesIn(current(), key, { start: 2, end: 5 }))?.toString()).toBe("2345");
      expect((await bytesIn(current(), key, { start: 9, end: 9 }))?.toString()).toBe("9");
    });

    test("has nothing under a key that was never put, or is deleted, twice even", async () => {
      const key = newStorageKey(tenantId);
      expect(await current().get(key)).toBeNull();
      expect(await current().exists(key)).toBe(false);
      await current().put(inChunks(Buffer.from("gone soon")), key);
      await current().delete(key);
      await current().delete(key);
      expect(await current().exists(key)).toBe(false);
    });

    test.each([10, 11 * 1024 * 1024])("keeps nothing of an upload that breaks off after %i bytes", async (size) => {
      const key = newStorageKey(tenantId);
      await expect(current().put(breakingOff(size), key)).rejects.toThrow("the line went dead");
      expect(await current().exists(key)).toBe(false);
    });

    test("lists what it holds, tenant by tenant, and forgets what was left unfinished", async () => {
      const keys = [newStorageKey(newId<"tenant">()), newStorageKey(tenantId), newStorageKey(tenantId)];
      for (const key of keys) await current().put(inChunks(Buffer.from("x")), key);
      await current().discardUnfinished(new Date(Date.now() + 60_000));
      const listed = await allIn(current());
      expect(listed.map(({ key }) => key)).toEqual(expect.arrayContaining(keys));
      for (const { storedAt } of listed) expect(Math.abs(storedAt.getTime() - Date.now())).toBeLessThan(60_000);
      const tenants = listed.map(({ key }) => key.split("/")[0]);
      expect(tenants.filter((tenant, place) => tenant !== tenants[place - 1])).toEqual([...new Set(tenants)]);
    });
  });
}

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000);
}

async function* breakingOff(size: number): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < size; sent += 65_536) yield new Uint8Array(Math.min(65_536, size - sent));
  throw new Error("the line went dead");
}
