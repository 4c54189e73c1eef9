import type { Id } from "./id.ts";

/** Who acts: a person of this tenant behind a signed-in user, the system itself, or nobody yet. */
export type Actor =
  | {
      readonly kind: "person";
      readonly userId: Id<"user_account">;
      readonly personId: Id<"person">;
      readonly role: string | null;
      can(permission: string): boolean;
    }
  | { readonly kind: "system"; readonly role: null; can(permission: string): boolean }
  | { readonly kind: "visitor"; readonly role: null; can(permission: string): boolean };

/** The product itself: handlers, jobs, imports of a whole tenant. */
export const systemActor: Actor = { kind: "system", role: null, can: () => true };

/** Somebody not signed in: may do what is public, which no permission names. */
export const visitor: Actor = { kind: "visitor", role: null, can: () => false };
