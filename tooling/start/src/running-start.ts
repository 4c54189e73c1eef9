import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { root as ownRoot } from "./root.ts";

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
  /** The checkout to start; this one unless told. */
  root?: string;
  /** What is run of it: all that `npm start` does, or, where it must not install, what comes after installing. */
  entry?: "bootstrap.mjs" | "src/main.ts";
  /** What it finds around it; unless told, a registry that nobody answers at: whoever asks the network fails. */
  env?: Readonly<Record<string, string | undefined>>;
}

const noNetwork = { npm_config_registry: "http://127.0.0.1:9/", http_proxy: "http://127.0.0.1:9/" };

/** Runs `npm start`'s program the way npm does, for rehearsals of what may happen to it. */
export function runStart(options: Options): RunningStart {
  const { dataDir, port, uid, home, root = ownRoot, entry = "bootstrap.mjs", env = noNetwork } = options;
  const child = spawn(process.execPath, [join(root, "tooling/start", entry), "start"], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    ...(uid !== undefined && { uid, gid: uid }),
    env: {
      ...env,
      PATH: process.env.PATH,
      NODE_ENV: "production",
      HOME: home ?? process.env.HOME,
      DATA_DIR: dataDir,
      PORT: String(port),
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
