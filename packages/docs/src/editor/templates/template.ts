import type { Locale } from "@guildhall/core";
import type { DocumentNode } from "../document-node.ts";

export interface DocumentTemplate {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly json: DocumentNode;
}

export type TemplateIn = Readonly<Record<Locale, Omit<DocumentTemplate, "key">>>;
