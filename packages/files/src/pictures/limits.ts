import { z } from "zod";

/** The widths that a picture is made into, in pixels. A picture that is narrower is never enlarged. */
export const renditionWidths = [96, 320, 960, 1920] as const;
export type RenditionWidth = (typeof renditionWidths)[number];

/** A width out of an address. */
export const renditionWidthSchema = z.coerce.number().pipe(z.literal(renditionWidths));

/** A picture is held in memory to be decoded, unlike any other file; this is the most of it. */
export const maxPictureBytes = 50 * 1024 * 1024;

/** 8192 × 8192: above every phone's ordinary picture, below what decoding would not come back from. */
export const maxPicturePixels = 8192 * 8192;
