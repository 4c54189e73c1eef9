import type { PersonRecord, Tag } from "@guildhall/people/schemas";
import type { Choice } from "@guildhall/ui/choice";

/** What a person's page is made of, and what whoever looks at it may do. */
export interface PersonPage {
  readonly person: PersonRecord;
  readonly mayEdit: boolean;
  readonly maySetPicture: boolean;
  readonly mayErase: boolean;
  readonly mayMerge: boolean;
  /** Whom people can be given to. */
  readonly staff: readonly { readonly id: string; readonly fullName: string }[];
  /** Every tag of the hall. */
  readonly tags: readonly Tag[];
  /** Offered without script where somebody is chosen. */
  readonly others: readonly Choice[];
}
