import type { ReactNode } from "react";

/** The fields of one form, one below the other, no wider than an eye takes in. */
export function FormFields({ children }: { readonly children: ReactNode }) {
  return <div className="grid max-w-form gap-s4">{children}</div>;
}

/** The last row of a form: the primary act first. */
export function FormActions({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-s2 pt-s1">{children}</div>;
}
