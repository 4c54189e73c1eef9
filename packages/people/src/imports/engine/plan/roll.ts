import type { Id } from "@guildhall/core";
import type { PersonState } from "./person-state.ts";

/** Whose an identity is: a person's, or nobody's that may be recognised by it. */
export type Owner = PersonState | "erased";

interface IdentityParts {
  readonly kind: string;
  readonly provider: string;
  readonly value: string;
}

/** Who is known by which identity: the hall's people and those whom the file has brought so far. */
export interface Roll {
  owner(identity: IdentityParts): Owner | undefined;
  claim(identity: IdentityParts, person: PersonState): void;
  /** Whose a number of another system is. It recognises nobody by itself. */
  holder(id: { readonly provider: string; readonly value: string }): Id<"person"> | undefined;
  hold(id: { readonly provider: string; readonly value: string }, person: PersonState): void;
}

export function identityKey({ kind, provider, value }: IdentityParts): string {
  return `${kind} ${provider} ${value}`;
}

/** A roll for as long as one batch is planned. */
export class BatchRoll implements Roll {
  readonly #owners = new Map<string, Owner>();
  readonly #holders = new Map<string, Id<"person">>();

  owner(identity: IdentityParts): Owner | undefined {
    return this.#owners.get(identityKey(identity));
  }

  claim(identity: IdentityParts, person: Owner): void {
    this.#owners.set(identityKey(identity), person);
  }

  holder({ provider, value }: { readonly provider: string; readonly value: string }): Id<"person"> | undefined {
    return this.#holders.get(`${provider} ${value}`);
  }

  hold({ provider, value }: { readonly provider: string; readonly value: string }, { id }: { id: Id<"person"> }): void {
    this.#holders.set(`${provider} ${value}`, id);
  }
}
