import { crc32 } from "node:zlib";
import sharp from "sharp";

export type PictureFormat = "jpeg" | "png" | "webp" | "gif" | "avif";

/** A picture whose left half is red and whose right half is blue. */
export async function pictureOf(format: PictureFormat, width = 40, height = 20): Promise<Buffer> {
  return (await halves(width, height)).toFormat(format).toBuffer();
}

/** A JPEG as a phone takes it: lying on its side (EXIF orientation 6), with the place where it was taken. */
export async function phonePicture(width: number, height: number): Promise<Buffer> {
  const gps = {
    GPSLatitudeRef: "N",
    GPSLatitude: "39/1 54/1 15/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "116/1 23/1 29/1",
  };
  const picture = (await halves(width, height)).withExif({ IFD0: { Make: "Gongfu", Orientation: "6" }, IFD3: gps });
  return picture.withMetadata({ orientation: 6 }).jpeg().toBuffer();
}

/** A PNG of a few bytes that says it is this large. */
export function bomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", Buffer.alloc(8)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

async function halves(width: number, height: number) {
  const half = { width: Math.ceil(width / 2), height, channels: 3 as const };
  const blue = await sharp({ create: { ...half, background: "blue" } })
    .png()
    .toBuffer();
  return sharp({ create: { ...half, width, background: "red" } }).composite([
    { input: blue, left: width - half.width, top: 0 },
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
