import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestDatabase } from "@guildhall/testing";

/** The way to a PostgreSQL, which can be cut: connections end without a word, and new ones are refused. */
export interface CuttableDatabase {
  readonly urls: TestDatabase["urls"];
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

const port = 5432;
const socketIn = (folder: string) => join(folder, `.s.PGSQL.${port}`);

export async function openCuttable(urls: TestDatabase["urls"]): Promise<CuttableDatabase> {
  const home = mkdtempSync(join(tmpdir(), "gh-cut-"));
  const folder = new URL(urls.app).searchParams.get("host") ?? "";
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(socketIn(folder));
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on("error", () => undefined);
      from.on("close", () => {
        open.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  const mend = () => new Promise<void>((listening) => server.listen(socketIn(home), listening));
  const cut = async () => {
    if (!server.listening) return;
    const closed = new Promise<void>((done) => server.close(() => done()));
    for (const socket of open) socket.destroy();
    await closed;
  };
  await mend();
  const through = (url: string) => url.replace(encodeURIComponent(folder), encodeURIComponent(home));
  return {
    urls: { ...urls, app: through(urls.app), platform: through(urls.platform) },
    cut,
    mend,
    close: async () => {
      await cut();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
