export type { FileSubject, StoredFile } from "./file.ts";
export { maxFileNameBytes, tidyFileName } from "./file-name.ts";
export { categoryOf, type FileCategory, fileCategories, isPicture, pictureTypes } from "./media-type.ts";
export {
  maxPictureBytes,
  maxPicturePixels,
  type RenditionWidth,
  renditionWidthSchema,
  renditionWidths,
} from "./pictures/limits.ts";
