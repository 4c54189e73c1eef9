import type { FieldOption } from "./field.ts";

/** The option that is meant by its id or its name, whatever its case and width; one that is put away only by its id. */
export function readOption(options: readonly FieldOption[], text: string): string | undefined {
  const byId = options.find(({ id }) => id === text);
  if (byId) return byId.id;
  const wanted = fold(text);
  return options.find(({ name, archived }) => !archived && fold(name) === wanted)?.id;
}

/**
 * The options that a list names, between commas, semicolons or lines. A name may hold such a mark itself ("Lyon,
 * France"): the longest name that fits is meant. Undefined where a part is nobody's name.
 */
export function readOptions(options: readonly FieldOption[], text: string): readonly string[] | undefined {
  const parts = text.split(/([,，、;；\n])/);
  const ids: string[] = [];
  for (let from = 0; from < parts.length; ) {
    const found = longestAt(options, parts, from);
    if (!found) return undefined;
    if (found.id !== null) ids.push(found.id);
    from = found.next;
  }
  return [...new Set(ids)];
}

/** What stands from a part on; an empty part stands for nothing. Parts and marks take turns. */
function longestAt(options: readonly FieldOption[], parts: readonly string[], from: number) {
  for (let to = parts.length; to > from; to -= 2) {
    const id = readOption(options, parts.slice(from, to).join("").trim());
    if (id !== undefined) return { id, next: to + 1 };
  }
  return parts[from]?.trim() === "" ? { id: null, next: from + 2 } : undefined;
}

export function fold(text: string): string {
  return text.normalize("NFKC").trim().replaceAll(/\s+/g, " ").toLowerCase();
}
