import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { decompress } from "wawoff2";
import { installedPackage } from "./installed-package.ts";

/** Fonts taken from fontsource packages. Latin is Open Sans, which comes with the Chromium package. */
export const webFonts = [
  { source: "@fontsource/noto-sans-sc", file: "noto-sans-sc-chinese-simplified-400-normal" },
  { source: "@fontsource/noto-sans-sc", file: "noto-sans-sc-chinese-simplified-700-normal" },
];

/** Puts the fonts as TTF beside the unpacked ones, since fontconfig ignores woff2, with a configuration that sees only these. */
export async function writeFonts(folder: string): Promise<void> {
  const target = join(folder, "fonts/web");
  await mkdir(target, { recursive: true });
  for (const { source, file } of webFonts) {
    const { folder: installed } = await installedPackage(source);
    const ttf = await decompress(await readFile(join(installed, "files", `${file}.woff2`)));
    await writeFile(join(target, `${file}.ttf`), ttf);
  }
  await writeFile(join(folder, "fonts.conf"), configuration);
}

// Relative throughout, so that the folder can be moved. The machine's own fonts are left out on purpose.
const configuration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <match target="pattern">
    <edit name="family" mode="append_last">
      <string>Open Sans</string>
      <string>Noto Sans SC</string>
    </edit>
  </match>
</fontconfig>
`;
