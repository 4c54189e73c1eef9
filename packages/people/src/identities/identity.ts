import { phoneSchema } from "@guildhall/auth/schemas";
import { type Id, idSchema, lineSchema } from "@guildhall/core";
import { z } from "zod";

export const identityKinds = ["email", "phone", "handle", "external"] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** An e-mail address as it is compared: in lower case. */
export const emailIdentitySchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { error: "people.email-malformed" })
  .pipe(z.email({ error: "people.email-malformed" }));

/** The system that a handle or an outside id belongs to, folded: "WeChat" and "wechat" are one. */
const providerSchema = lineSchema(40, { empty: "people.provider-missing" })
  .overwrite((text) => text.normalize("NFKC").toLowerCase())
  .refine((text) => text.length <= 40, { error: "core.text-too-long?most=40" });

/** A form has its field whatever the kind; what nobody should type is told there too. */
const unheeded = z.union([z.literal(""), providerSchema]).optional();

const personId = idSchema("person");

/** What somebody is known by: an address, a number, a handle or an id somewhere else. */
export const addIdentityInput = z.discriminatedUnion("kind", [
  z.object({ personId, kind: z.literal("email"), value: emailIdentitySchema, provider: unheeded }),
  z.object({ personId, kind: z.literal("phone"), value: phoneSchema, provider: unheeded }),
  z.object({ personId, kind: z.literal("handle"), provider: providerSchema, value: lineSchema(320) }),
  z.object({ personId, kind: z.literal("external"), provider: providerSchema, value: lineSchema(320) }),
]);

export const identityInput = z.object({ personId, identityId: idSchema("person_identity") });

/** Something that a person is known by, as their page shows it. */
export interface Identity {
  readonly id: Id<"person_identity">;
  readonly kind: IdentityKind;
  /** Empty for e-mail and phone. */
  readonly provider: string;
  readonly value: string;
  readonly source: string;
  readonly verifiedAt: Date | null;
  /** The one to use where there are several of a kind. */
  readonly preferred: boolean;
  readonly createdAt: Date;
}
