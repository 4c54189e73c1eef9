import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromiumFolder } from "./chromium-folder.ts";
import { lacksLibraries } from "./shared-libraries.ts";

/** What Playwright's `launchOptions` needs to start the browser. */
export interface Chromium {
  readonly executablePath: string;
  readonly env: Record<string, string>;
  readonly args: string[];
}

/**
 * The Chromium from npm, with its libraries and fonts: unpacked on first use, found again later.
 * Its environment is ours alone, so that pages look the same on every machine.
 */
export async function prepareChromium(): Promise<Chromium> {
  const folder = await chromiumFolder();
  const executablePath = join(folder, "chromium");
  const libraries = join(folder, "al2023/lib");
  const env = {
    HOME: tmpdir(),
    FONTCONFIG_FILE: join(folder, "fonts.conf"),
    XDG_CACHE_HOME: join(folder, "cache"),
  };
  return {
    executablePath,
    env: (await lacksLibraries(executablePath)) ? { ...env, LD_LIBRARY_PATH: libraries } : env,
    // Not the package's own list: its --disable-web-security drops Origin from posts.
    args: ["--no-sandbox"],
  };
}
