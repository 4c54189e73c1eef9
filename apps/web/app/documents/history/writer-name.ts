import type { HistoryWriter } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import type { Words } from "../../shell/words.ts";

/** What somebody who wrote is called: by name, or as what they came. */
export function writerName(writer: HistoryWriter | undefined, { t }: Words): string {
  if (!writer) return t(m.versions_nobody);
  if (writer.kind === "guest") return t(m.versions_guest);
  if (writer.kind === "house") return t(m.versions_house);
  return writer.name ?? t(m.versions_forgotten);
}
