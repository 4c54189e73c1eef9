import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { decompress } from "wawoff2";
import { installedPackage } from "./installed-package.ts";

/**
 * Fonts taken from fontsource packages, beside the Open Sans that comes with the Chromium package:
 * common Chinese in two weights, then the numbered slices for rarer characters, arrows and signs; and a book face for
 * titles in Latin letters. A Chinese one would be eighty megabytes more to install, so those stand in the plain face.
 */
export const webFonts = [
  { source: "@fontsource/noto-sans-sc", files: /-chinese-simplified-[47]00-normal\.woff2$/ },
  { source: "@fontsource/noto-sans-sc", files: /-sc-\d+-400-normal\.woff2$/ },
  { source: "@fontsource/source-serif-4", files: /-latin(-ext)?-[46]00-normal\.woff2$/ },
];

/** Puts the fonts as TTF beside the unpacked ones, since fontconfig ignores woff2, with a configuration that sees only these. */
export async function writeFonts(folder: string): Promise<void> {
  const target = join(folder, "fonts/web");
  await mkdir(target, { recursive: true });
  for (const { source, files } of webFonts) {
    const installed = join((await installedPackage(source)).folder, "files");
    const names = (await readdir(installed)).filter((name) => files.test(name));
    if (names.length === 0) throw new Error(`${source} has no font ${files}.`);
    for (const name of names) {
      const ttf = await decompress(await readFile(join(installed, name)));
      await writeFile(join(target, name.replace(/woff2$/, "ttf")), ttf);
    }
  }
  await writeFile(join(folder, "fonts.conf"), fontConfiguration);
}

// Relative throughout, so that the folder can be moved. The machine's own fonts are left out on purpose.
// Noto's instances are named after the variable font they were cut from; the slices keep that name, as a last resort.
// The book face stands in for one that titles ask for by name: Chromium takes no substitutes from fontconfig.
export const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <match target="scan">
    <test name="file" compare="contains"><string>chinese-simplified</string></test>
    <edit name="family" mode="assign"><string>Noto Sans SC</string></edit>
  </match>
  <match target="scan">
    <test name="file" compare="contains"><string>source-serif</string></test>
    <edit name="family" mode="assign"><string>Palatino</string></edit>
  </match>
  <match target="pattern">
    <edit name="family" mode="append_last">
      <string>Open Sans</string>
      <string>Noto Sans SC</string>
    </edit>
  </match>
</fontconfig>
`;
