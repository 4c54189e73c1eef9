import type { Id } from "@guildhall/core";
import { z } from "zod";

export const exportFormats = ["pdf", "docx", "html", "md"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportInput = z.object({
  format: z.enum(exportFormats),
  /** With all that stands below. */
  below: z.stringbool().default(false),
});

/** A space goes out in folders, as files that can be linked. */
export const spaceFormats = ["html", "md"] as const satisfies readonly ExportFormat[];
export const spaceExportInput = z.object({ format: z.enum(spaceFormats) });

/** What is taken along: one document, one with all below it, or a whole space. */
export type TakenThing =
  | { readonly documentId: Id<"document">; readonly below: boolean }
  | { readonly spaceId: Id<"space"> };

export const mediaTypes: Readonly<Record<ExportFormat | "zip", string>> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  zip: "application/zip",
};
