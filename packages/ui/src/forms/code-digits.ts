/** The digits of a one-time code, at most six, however it was pasted: "493 017", "４９３０１７", "Code: 493-017". */
export function codeDigits(text: string): string {
  return text.normalize("NFKC").replaceAll(/\D/g, "").slice(0, 6);
}
