import sharp from "sharp";

/** A real picture, all of one colour. */
export async function pictureOf(colour: string): Promise<Blob> {
  const bytes = await sharp({ create: { width: 400, height: 400, channels: 3, background: colour } })
    .png()
    .toBuffer();
  return new Blob([new Uint8Array(bytes)], { type: "image/png" });
}
