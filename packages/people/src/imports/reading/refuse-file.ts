import { AppError, invalid } from "@guildhall/core";

/** Why a whole file cannot be read. */
export const fileRefusals = [
  "imports.file-empty",
  "imports.no-rows",
  "imports.not-a-table",
  "imports.old-excel",
  "imports.encrypted",
  "imports.web-page",
  "imports.not-a-workbook",
  "imports.workbook-broken",
  "imports.unpacks-too-large",
  "imports.file-too-large",
  "imports.sheet-missing",
  "imports.columns-too-many",
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

export function refuseFile(code: FileRefusal, params: Readonly<Record<string, string | number>> = {}): AppError {
  return invalid(code, {}, params);
}

export const isFileRefusal = (error: unknown): error is AppError =>
  error instanceof AppError && fileRefusals.some((code) => code === error.code);
