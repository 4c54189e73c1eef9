import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Whether this machine misses a library that the executable is linked with. Where `ldd` cannot tell: yes. */
export async function lacksLibraries(executable: string): Promise<boolean> {
  try {
    const { stdout } = await run("ldd", [executable], {
      env: { PATH: "/usr/bin:/bin:/usr/sbin:/sbin", NODE_ENV: "test" },
    });
    return stdout.includes("not found");
  } catch {
    return true;
  }
}
