import type { Id, Locale } from "@guildhall/core";
import type { Consent } from "@guildhall/mail/schemas";
import type { Field, FieldValues } from "../fields/field.ts";
import type { Identity } from "../identities/identity.ts";
import type { Relationship } from "../relationships/relationship.ts";
import type { Tag } from "../tags/tag.ts";
import type { Stage } from "./person.ts";

/** A way to reach somebody, with what they agreed to receive there. */
export interface RecordIdentity extends Identity {
  /** Whether nothing may be sent there any more: it bounced, or somebody complained. */
  readonly suppressed: boolean;
  readonly consents: readonly Pick<Consent, "purpose" | "granted">[];
}

/** Somebody's place in a company, while it lasted. */
export interface RecordPosition {
  readonly id: Id<"affiliation">;
  readonly companyId: Id<"company">;
  readonly companyName: string;
  readonly title: string | null;
  /** Days, as 2026-03-02. */
  readonly since: string | null;
  readonly until: string | null;
}

interface Face {
  readonly id: Id<"person">;
  readonly fullName: string;
  readonly avatarFileId: Id<"file"> | null;
}

/** All that a person's page shows. */
export interface PersonRecord {
  readonly id: Id<"person">;
  readonly fullName: string;
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly stage: Stage | null;
  readonly locale: Locale | null;
  readonly timeZone: string | null;
  readonly source: string;
  readonly avatarFileId: Id<"file"> | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly lastActivityAt: Date | null;
  /** Set once they were forgotten; then nothing else is there. */
  readonly erasedAt: Date | null;
  /** How many records were merged into this one. */
  readonly merged: number;
  /** Their role, for one of the staff. */
  readonly role: string | null;
  /** Since when they sign in here, whoever does. */
  readonly memberSince: Date | null;
  readonly owner: Face | null;
  readonly identities: readonly RecordIdentity[];
  readonly tags: readonly Tag[];
  readonly fields: readonly Field[];
  readonly values: FieldValues;
  /** What values of relation fields lead to, by the record's id. */
  readonly related: Readonly<Record<string, string>>;
  readonly positions: readonly RecordPosition[];
  readonly relationships: readonly Relationship[];
}
