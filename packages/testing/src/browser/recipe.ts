import { fontConfiguration, webFonts } from "./fonts.ts";
import { installedPackage } from "./installed-package.ts";

/** What the folder is made of. When any of it changes, the folder is made anew. */
export async function recipe(): Promise<string> {
  const sources = new Set(["@sparticuz/chromium", ...webFonts.map((font) => font.source)]);
  const versions = await Promise.all(
    [...sources].map(async (source) => `${source}@${(await installedPackage(source)).version}`),
  );
  return [...versions, ...webFonts.map((font) => String(font.files)), fontConfiguration].join("\n");
}
