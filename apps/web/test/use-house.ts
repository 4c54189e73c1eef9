import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseConfig } from "@guildhall/config";
import { demoPassword, loadDemo } from "@guildhall/demo";
import { type TestDatabase, useDatabase } from "@guildhall/testing";
import { afterAll, beforeAll } from "vitest";
import { openBuiltServer } from "../server/main.ts";

export const testSecret = "a secret that only these tests know";

/** The built web app over a database of the test file's own, with demo data in it. */
export interface TestHouse {
  readonly db: TestDatabase;
  readonly address: string;
  /** Asks as a browser would that is not signed in, or is with this cookie. Redirects are answers. */
  ask(path: string, init?: RequestInit & { cookie?: string | null; origin?: string | null }): Promise<Response>;
  /** Signs in through the front door, once for each address, and returns the cookie. */
  signIn(email: string): Promise<string>;
}

export function useHouse(settings: Record<string, string> = {}): TestHouse {
  const db = useDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), "gh-house-"));
  let open: { address: string; close(): Promise<void> } | null = null;
  const opened = () => {
    if (!open) throw new Error("The house is open once beforeAll has run.");
    return open;
  };

  beforeAll(async () => {
    await loadDemo(db.database);
    const config = parseConfig({
      NODE_ENV: "production",
      DATA_DIR: dataDir,
      SECRET: testSecret,
      LOG_LEVEL: "silent",
      ...settings,
    });
    const { server, close } = await openBuiltServer({ config, embeddedOwnerUrl: db.urls.owner });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const place = server.address();
    open = { address: `http://127.0.0.1:${typeof place === "object" && place ? place.port : 0}`, close };
  });
  afterAll(async () => {
    await open?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const signedIn = new Map<string, Promise<string>>();
  const enter = async (email: string): Promise<string> => {
    const answer = await house.ask("/login", {
      method: "POST",
      body: new URLSearchParams({ email, password: demoPassword }),
    });
    const cookie = answer.headers.getSetCookie().find((each) => each.startsWith("guildhall="));
    if (!cookie) throw new Error(`${email} could not sign in: ${answer.status}`);
    return cookie.split(";")[0] ?? "";
  };

  const house: TestHouse = {
    db,
    get address() {
      return opened().address;
    },
    ask: (path, { cookie = null, origin = opened().address, headers, ...init } = {}) =>
      fetch(opened().address + path, {
        redirect: "manual",
        ...init,
        headers: { ...(cookie && { cookie }), ...(origin && { origin }), ...Object.fromEntries(new Headers(headers)) },
      }),
    signIn: (email) => {
      const cookie = signedIn.get(email) ?? enter(email);
      signedIn.set(email, cookie);
      return cookie;
    },
  };
  return house;
}
