import type { ReactNode } from "react";

/** One thing on the table, its name at the left margin as in a sample book. */
export function Specimen({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-x-s5 gap-y-s2 border-t border-dashed py-s4 first:border-0 md:grid-cols-[var(--term)_minmax(0,1fr)]">
      <p className="pt-s1 text-xs text-ink-3">{name}</p>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

/** The same in both lights, whichever the page stands in. */
export function BothLights({ children }: { readonly children: ReactNode }) {
  return (
    <div className="grid gap-s3 sm:grid-cols-2">
      {(["light", "dark"] as const).map((theme) => (
        <div
          key={theme}
          data-theme={theme}
          className="flex flex-wrap items-center gap-s3 rounded-r3 border bg-paper p-s4 text-ink"
        >
          {children}
        </div>
      ))}
    </div>
  );
}

/** Two beside each other: at rest, and in another state. */
export function Columns({ children }: { readonly children: ReactNode }) {
  return <div className="grid items-start gap-x-s6 gap-y-s5 lg:grid-cols-2">{children}</div>;
}
