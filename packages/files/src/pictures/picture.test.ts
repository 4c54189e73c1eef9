import sharp from "sharp";
import { expect, test } from "vitest";
import { type PictureFormat, phonePicture, pictureOf } from "../test/pictures.ts";
import { inspectPicture, renderPicture } from "./picture.ts";

test("a rendition stands upright and says nothing of where and with what it was taken", async () => {
  const original = await phonePicture(400, 200);
  const before = await sharp(original).metadata();
  expect(before.orientation).toBe(6);
  expect(hasGps(before.exif)).toBe(true);

  const rendition = await renderPicture(original, { width: 100, height: 200 });
  const after = await sharp(rendition).metadata();
  expect(after).toMatchObject({ format: "webp", width: 100, height: 200 });
  expect([after.orientation, after.exif, after.xmp, after.iptc]).toEqual([undefined, undefined, undefined, undefined]);
  expect(rendition.includes("Gongfu")).toBe(false);

  const top = await sharp(rendition).extract({ left: 50, top: 10, width: 1, height: 1 }).raw().toBuffer();
  const bottom = await sharp(rendition).extract({ left: 50, top: 190, width: 1, height: 1 }).raw().toBuffer();
  expect(top[0]).toBeGreaterThan(200); // the red half, which lay on the left
  expect(bottom[2]).toBeGreaterThan(200);
});

test.each<PictureFormat>(["jpeg", "png", "webp", "gif", "avif"])("a %s is rendered", async (format) => {
  const rendition = await renderPicture(await pictureOf(format, 400, 200), { width: 96, height: 48 });
  expect(await sharp(rendition).metadata()).toMatchObject({ format: "webp", width: 96, height: 48 });
});

test("no other decoder is let near an upload, whatever type it claims", async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
  );
  await expect(inspectPicture(svg, "image/png")).rejects.toMatchObject({ code: "files.image-unreadable" });
  await expect(renderPicture(svg, { width: 9, height: 9 })).rejects.toThrow("unsupported image format");
  await expect(inspectPicture(await pictureOf("gif"), "image/png")).rejects.toMatchObject({
    code: "files.image-unreadable",
  });
});

/** The tag that points to the GPS part of EXIF, in either byte order. */
function hasGps(exif: Buffer | undefined): boolean {
  return exif !== undefined && (exif.includes(Buffer.from([0x88, 0x25])) || exif.includes(Buffer.from([0x25, 0x88])));
}
