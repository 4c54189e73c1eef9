/** What may be asked of an upload, in the words of a form: "a picture", "a text". */
export const fileCategories = ["image", "pdf", "text", "office", "audio", "video", "archive", "other"] as const;
export type FileCategory = (typeof fileCategories)[number];

/** Pictures that every browser shows and that cannot hold script. SVG can, and is none of them. */
export const pictureTypes = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"] as const;

export const download = "application/octet-stream";

const office = "application/vnd.openxmlformats-officedocument";
const openDocument = "application/vnd.oasis.opendocument";

const known: Readonly<Record<Exclude<FileCategory, "other">, readonly string[]>> = {
  image: pictureTypes,
  pdf: ["application/pdf"],
  text: [
    "text/plain",
    "text/csv",
    "text/tab-separated-values",
    "text/markdown",
    "application/json",
    "text/calendar",
    "text/vcard",
    "text/vtt",
  ],
  office: [
    ...["wordprocessingml.document", "spreadsheetml.sheet", "presentationml.presentation"].map(
      (kind) => `${office}.${kind}`,
    ),
    ...["text", "spreadsheet", "presentation"].map((kind) => `${openDocument}.${kind}`),
    "application/x-cfb",
    "application/rtf",
  ],
  audio: ["audio/mpeg", "audio/mp4", "audio/x-m4a", "audio/ogg", "audio/wav", "audio/flac", "audio/aac"],
  video: ["video/mp4", "video/webm", "video/quicktime", "video/ogg"],
  archive: [
    "application/zip",
    "application/gzip",
    "application/x-7z-compressed",
    "application/x-tar",
    "application/vnd.rar",
  ],
};

const categories = new Map<string, FileCategory>(
  fileCategories.flatMap((category) =>
    category === "other" ? [] : known[category].map((type) => [type, category] as const),
  ),
);

/** "other" is what no form asks for: HTML, SVG, XML, programs, and whatever is not recognised. */
export function categoryOf(mediaType: string): FileCategory {
  return categories.get(mediaType) ?? "other";
}

export function isPicture(mediaType: string): boolean {
  return categoryOf(mediaType) === "image";
}

/** The Content-Type that a stored type is served under. What is not on the list is bytes to be saved, nothing else. */
export function servedType(mediaType: string): string {
  return categories.has(mediaType) ? mediaType : download;
}
