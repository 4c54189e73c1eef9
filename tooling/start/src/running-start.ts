import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./root.ts";

export interface RunningStart {
  readonly child: ChildProcess;
  /** Everything it has printed so far. */
  output(): string;
  /** The address that it prints once it is open; rejects with its output when it ends first. */
  readonly address: Promise<string>;
  readonly exit: Promise<number | null>;
}

interface Options {
  dataDir: string;
  port: number;
  uid?: number;
  home?: string;
}

/** Runs `npm start`'s program the way npm does, for rehearsals of what may happen to it. */
export function runStart({ dataDir, port, uid, home }: Options): RunningStart {
  const child = spawn(process.execPath, [join(root, "tooling/start/bootstrap.mjs"), "start"], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    ...(uid !== undefined && { uid, gid: uid }),
    // A registry that nobody answers at: whoever asks the network fails.
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      HOME: home ?? process.env.HOME,
      DATA_DIR: dataDir,
      PORT: String(port),
      npm_config_registry: "http://127.0.0.1:9/",
      http_proxy: "http://127.0.0.1:9/",
    },
  });
  let printed = "";
  const exit = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const address = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /Open {2}(http:\S+)/.exec(printed)?.[1];
      if (found && printed.includes("Ctrl-C")) resolve(found);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    void exit.then(() => reject(new Error(`It ended before it was open:\n${printed}`)));
  });
  address.catch(() => undefined);
  return { child, output: () => printed, address, exit };
}
