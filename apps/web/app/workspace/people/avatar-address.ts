/** Where a person's picture is, small. */
export function avatarOf(slug: string, fileId: string | null, width = 96): string | null {
  return fileId && `/w/${slug}/files/${fileId}?width=${width}`;
}
