/** Dark enough for white letters, told apart by eye; a person keeps theirs everywhere. */
const colors = ["#b3412f", "#8a5a13", "#3f6b2e", "#1f6f6b", "#2f5d9e", "#5a4a9e", "#8d3f7d", "#5d5348"] as const;

/** The colour of a person's caret and name. */
export function colorOf(personId: string): string {
  let sum = 0;
  for (const letter of personId) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return colors[sum % colors.length] ?? colors[0];
}
