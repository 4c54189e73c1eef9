import { renditionWidths } from "./limits.ts";

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** WebP has no picture that is higher. */
const maxHeight = 16_383;

/**
 * The sizes that a picture is made into, narrowest first, no two of one width: each standard width up to its own, and
 * its own in place of those beyond, so that there is always one that carries no metadata.
 */
export function renditionSizes({ width, height }: PictureSize): PictureSize[] {
  const sizes = renditionWidths.map((wanted) => {
    const scale = Math.min(1, wanted / width, maxHeight / height);
    return { width: atLeastOne(width * scale), height: Math.min(maxHeight, atLeastOne(height * scale)) };
  });
  return [...new Map(sizes.map((size) => [size.width, size])).values()];
}

function atLeastOne(pixels: number): number {
  return Math.max(1, Math.round(pixels));
}
