import { invalid, tooLarge } from "@guildhall/core";
import type { Sharp, SharpOptions } from "sharp";
import { maxPicturePixels } from "./limits.ts";
import type { PictureSize } from "./rendition-sizes.ts";

/**
 * Decodes a picture to the end and says how large it is as one looks at it (EXIF orientation applied). Refuses what is
 * not, all through, the type that its first bytes claim, and what would fill the memory when unpacked.
 */
export async function inspectPicture(bytes: Uint8Array, mediaType: string): Promise<PictureSize> {
  const header = await readable(async () => (await open(bytes, { limitInputPixels: false })).metadata());
  if (header.mediaType !== mediaType) throw unreadable();
  const { width, height } = header.autoOrient;
  if (width * height > maxPicturePixels)
    throw tooLarge("files.image-too-large", { megapixels: Math.floor(maxPicturePixels / 1e6) });
  await readable(async () =>
    (await open(bytes)).resize(8, 8, { fit: "fill" }).timeout({ seconds: decodingSeconds }).toBuffer(),
  );
  return { width, height };
}

/** The picture as WebP in exactly this size: upright, in sRGB, its first frame, and without EXIF, GPS, XMP or comments. */
export async function renderPicture(bytes: Uint8Array, { width, height }: PictureSize): Promise<Buffer> {
  const picture = (await open(bytes)).autoOrient().resize(width, height, { fit: "fill" });
  return picture.webp({ quality: 82 }).timeout({ seconds: decodingSeconds }).toBuffer();
}

/** As wide as a page needs it, whatever it was. */
const printWidth = 1600;

/** The picture as what every word processor and printer knows: PNG where something shines through, JPEG otherwise. */
export async function printablePicture(bytes: Uint8Array): Promise<{
  readonly bytes: Uint8Array;
  readonly type: "jpg" | "png";
  readonly width: number;
  readonly height: number;
}> {
  const upright = (await open(bytes))
    .autoOrient()
    .resize({ width: printWidth, height: printWidth, fit: "inside", withoutEnlargement: true });
  const { hasAlpha } = await (await open(bytes)).metadata();
  const drawn = hasAlpha ? upright.png() : upright.jpeg({ quality: 84 });
  const { data, info } = await drawn.timeout({ seconds: decodingSeconds }).toBuffer({ resolveWithObject: true });
  return { bytes: data, type: hasAlpha ? "png" : "jpg", width: info.width, height: info.height };
}

const decodingSeconds = 30;

async function open(bytes: Uint8Array, options: SharpOptions = {}): Promise<Sharp> {
  const sharp = await loadSharp();
  return sharp(bytes, { limitInputPixels: maxPicturePixels, failOn: "error", sequentialRead: true, ...options });
}

let loaded: Promise<typeof import("sharp").default> | undefined;

/** On first use, since it brings a native library; and with the decoders of our five types alone, for the process. */
function loadSharp() {
  loaded ??= import("sharp").then(({ default: sharp }) => {
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({
      operation: ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((format) => `VipsForeignLoad${format}Buffer`),
    });
    sharp.cache(false);
    return sharp;
  });
  return loaded;
}

async function readable<Result>(decode: () => Promise<Result>): Promise<Result> {
  try {
    return await decode();
  } catch (cause) {
    throw Object.assign(unreadable(), { cause });
  }
}

function unreadable() {
  return invalid("files.image-unreadable");
}
