/** Where a picture of this hall is, small: a face, a logo. */
export function pictureAt(slug: string, fileId: string | null, width = 96): string | null {
  return fileId && `/w/${slug}/files/${fileId}?width=${width}`;
}
