import type { DocumentTemplate } from "@guildhall/docs";
import type { OfferedTemplate } from "../../documents/template-cards.tsx";
import { outlineOf } from "../../documents/template-outline.ts";

/** Templates as they are chosen from: what each is for, and a picture of it, without all its words. */
export function offeredTemplates(templates: readonly DocumentTemplate[]): readonly OfferedTemplate[] {
  return templates.map(({ key, name, description, json }) => ({ key, name, description, outline: outlineOf(json) }));
}
