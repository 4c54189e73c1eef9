/** A column's name as names are compared: case, width, spaces and punctuation make no difference. */
export function headerKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}
