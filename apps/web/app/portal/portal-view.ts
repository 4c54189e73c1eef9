import type { Locale } from "@guildhall/core";
import type { Bell } from "@guildhall/notify";
import type { Portal } from "@guildhall/tenancy/schemas";

/** What every page of a portal knows: whose house it is, what it says, and who looks. */
export interface PortalView {
  readonly tenant: {
    readonly slug: string;
    readonly name: string;
    readonly accent: string | null;
    readonly timeZone: string;
    /** Where its logo is, if it has one. */
    readonly logo: string | null;
  };
  readonly portal: Portal;
  readonly locale: Locale;
  readonly origin: string;
  /** Of who is signed in, member or not. */
  readonly email: string | null;
  readonly me: { readonly id: string; readonly name: string } | null;
  /** Of whoever has a place here. */
  readonly bell: Bell | null;
  readonly isStaff: boolean;
  /** Whether they wait for staff to let them in. */
  readonly waiting: boolean;
}
