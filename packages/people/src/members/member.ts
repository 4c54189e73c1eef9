import { emailSchema, passwordSchema, phoneSchema } from "@guildhall/auth/schemas";
import { type Id, localeSchema, textSchema } from "@guildhall/core";
import { timeZoneSchema } from "@guildhall/tenancy/schemas";
import { z } from "zod";
import { fullNameSchema } from "../people/person.ts";

/** Left out, empty or null alike; takes its own output again. */
const leftOut = <Schema extends z.ZodType<string, string>>(schema: Schema) =>
  z
    .string()
    .nullable()
    .default(null)
    .transform((text) => (text?.trim() ? text : null))
    .pipe(schema.nullable());

const note = leftOut(textSchema(1_000));

/** Joining without an account, or with one that is not signed in. Without a password one signs in by mail. */
export const joinInput = z.object({
  fullName: fullNameSchema,
  email: emailSchema,
  password: leftOut(passwordSchema),
  note,
});

/** Joining by an invitation that came to one's own mailbox. */
export const acceptInput = joinInput.omit({ email: true });

/** Joining as who is signed in. */
export const joinAsMeInput = z.object({ fullName: fullNameSchema, note });

/** Behind the link in the mail; the password where it was not chosen in this very browser. */
export const confirmInput = z.object({ password: leftOut(passwordSchema) });

export const claimPhoneInput = z.object({ phone: phoneSchema });
export const claimCodeInput = z.object({
  phone: phoneSchema,
  code: z
    .string({ error: "people.code-wrong" })
    .transform((text) => text.replace(/\s/g, "").normalize("NFKC"))
    .pipe(z.string().regex(/^\d{6}$/, { error: "people.code-wrong" })),
});

export const myDetailsInput = z.object({
  fullName: fullNameSchema,
  locale: localeSchema,
  timeZone: timeZoneSchema,
});

/** Leaving is meant: a box has to be ticked for it. */
export const leaveAsMemberInput = z.object({ sure: z.literal(true, { error: "people.leave-unsure" }) });

/** Addresses as people paste them: one a line, or between commas, semicolons and spaces. */
export const inviteMembersInput = z.object({
  emails: z
    .union([z.string().max(60_000, { error: "people.emails-many" }), z.array(z.string())], {
      error: "people.emails-missing",
    })
    .transform((given) => [
      ...new Set(
        (typeof given === "string" ? given.split(/[\s,;，；、]+/) : given)
          .map((email) => email.trim().toLowerCase())
          .filter(Boolean),
      ),
    ])
    .superRefine((emails, context) => {
      const wrong = faultOf(emails);
      if (wrong) context.addIssue({ code: "custom", message: wrong }); // beside the one field they were typed in
    }),
});

function faultOf(emails: readonly string[]): string | null {
  if (emails.length === 0) return "people.emails-missing";
  if (emails.length > 200) return "people.emails-many";
  const address = z.string().max(254).pipe(z.email());
  return emails.every((email) => address.safeParse(email).success) ? null : "people.emails-malformed";
}

/** Where somebody stands after asking to come in. */
export type JoinOutcome =
  | { readonly kind: "joined"; readonly personId: Id<"person">; readonly claimed: boolean }
  /** They were a member already. */
  | { readonly kind: "member"; readonly personId: Id<"person"> }
  /** Staff have to agree. */
  | { readonly kind: "waiting" }
  /** Staff said no, lately. */
  | { readonly kind: "declined" }
  | { readonly kind: "invitation-needed" }
  /** The hall knows this address: whoever reads its mail now has to show that they do. */
  | { readonly kind: "prove-mailbox" }
  /** The record is somebody's, and they have another one: staff put the two together. */
  | { readonly kind: "two-records" };

/** Somebody who stands at the door. */
export interface Joiner {
  readonly userId: Id<"user_account">;
  readonly fullName: string;
  readonly email: string;
  readonly locale: "en" | "zh-CN";
  readonly note: string | null;
}
