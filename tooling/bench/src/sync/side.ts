import type { Child, Children } from "../web/child.ts";
import type { ServerName } from "./dialect.ts";
import type { Drive, Driven } from "./drive.ts";
import type { Hall } from "./hall.ts";
import type { Serve, Used } from "./serve.ts";
import { profile } from "./size.ts";
import type { Target } from "./visitor.ts";

/** A server in a process of its own, and who visits it in another. */
export interface Side {
  readonly target: Target;
  drive(what: Drive): Promise<Driven & { readonly cpu: number }>;
  /** Bytes of memory that it has once it has let go of what it can. */
  memory(): Promise<number>;
}

export async function openSide(
  children: Children,
  hall: Hall,
  server: ServerName,
  { linger = 20_000 } = {},
): Promise<Side> {
  const process = children.start<Serve, string | Used>(new URL("./serve.ts", import.meta.url), flagsOf(server));
  const url = await process.ask({ server, place: server === "ours" ? hall.place : null, linger });
  if (typeof url !== "string") throw new Error("A server did not say where it is.");
  const visitors = children.start<Drive, Driven>(new URL("./drive.ts", import.meta.url));
  return {
    target: { server, url, cookie: hall.cookie },
    drive: async (what) => {
      const before = await usage(process, false);
      const driven = await visitors.ask(what);
      return { ...driven, cpu: (await usage(process, false)).cpu - before.cpu };
    },
    memory: async () => (await usage(process, true)).memory,
  };
}

function flagsOf(server: ServerName): string[] {
  return profile === undefined || server !== "ours" ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
}

async function usage(process: Child<Serve, string | Used>, settle: boolean): Promise<Used> {
  const used = await process.ask({ settle });
  if (typeof used === "string") throw new Error("A server did not say what it used.");
  return used;
}
