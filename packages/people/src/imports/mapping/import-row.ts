import type { Money } from "@guildhall/core";

/** What a row says of a person, normalised. Nothing here has looked into the database. */
export type ImportRow =
  | (RowContent & { readonly outcome: "person" })
  /** Nobody could be recognised by it; what it holds otherwise is there to be shown. */
  | (RowContent & { readonly outcome: "refused"; readonly code: "imports.no-identity" })
  | { readonly outcome: "empty"; readonly number: number };

interface RowContent {
  readonly number: number;
  /** E-mails, phones and handles, in the columns' order, none twice. Never empty for a person. */
  readonly identities: readonly ImportIdentity[];
  /** The numbers that other systems know the person by. They recognise nobody on their own. */
  readonly outsideIds: readonly OutsideId[];
  readonly fullName: string | null;
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly company: string | null;
  readonly jobTitle: string | null;
  readonly stage: string | null;
  /** As written: a staff member's e-mail in lower case, or their name. */
  readonly owner: string | null;
  readonly language: "en" | "zh-CN" | null;
  readonly timeZone: string | null;
  readonly tags: readonly string[];
  /** Several columns of notes make several notes. */
  readonly notes: readonly string[];
  /** Since when the person has been known, an instant in ISO. */
  readonly since: string | null;
  readonly consents: { readonly email?: ImportConsent; readonly sms?: ImportConsent };
  /** By column; the column's target says which field. */
  readonly fields: readonly ImportField[];
  /** Cells that were left out, and why. */
  readonly problems: readonly CellNote[];
  /** Cells that were taken, yet somebody should look. */
  readonly doubts: readonly CellNote[];
}

export interface ImportIdentity {
  readonly kind: "email" | "phone" | "handle";
  /** "" for e-mail and phone. */
  readonly provider: string;
  readonly value: string;
  readonly column: number;
}

export interface OutsideId {
  readonly provider: string;
  readonly value: string;
  readonly column: number;
}

export interface ImportConsent {
  readonly granted: boolean;
  /** When it was given or taken back, if the file says; an instant in ISO. */
  readonly at: string | null;
}

export interface ImportField {
  readonly column: number;
  readonly value: FieldValue;
}

/**
 * By type: text, long-text, select, url, email, phone and relation are text; number is a decimal as text ("-1234.5");
 * date is "2025-03-09"; date-time an instant in ISO.
 */
export type FieldValue = string | boolean | Money | readonly string[];

export interface CellNote {
  readonly column: number;
  readonly code: CellCode;
  /** What stands in the cell, cut to 200 characters. */
  readonly written: string;
}

/** Why a cell was left out. */
export const cellProblemCodes = [
  "imports.email-malformed",
  "imports.phone-malformed",
  "imports.phone-country-missing",
  "imports.handle-malformed",
  "imports.id-malformed",
  "imports.name-malformed",
  "imports.text-malformed",
  "imports.text-too-long",
  "imports.number-malformed",
  "imports.money-malformed",
  "imports.money-too-exact",
  "imports.date-malformed",
  "imports.date-order-unknown",
  "imports.date-without-year",
  "imports.time-malformed",
  "imports.boolean-malformed",
  "imports.url-malformed",
  "imports.list-too-long",
  "imports.language-unknown",
  "imports.time-zone-unknown",
  "imports.cell-error",
  "imports.cell-unreadable",
] as const;

/** Why a cell that was taken should be looked at. */
export const cellDoubtCodes = [
  "imports.date-doubtful",
  "imports.number-doubtful",
  "imports.phone-guessed",
  "imports.row-short",
] as const;
export type CellProblemCode = (typeof cellProblemCodes)[number];
export type CellDoubtCode = (typeof cellDoubtCodes)[number];
export type CellCode = CellProblemCode | CellDoubtCode;
