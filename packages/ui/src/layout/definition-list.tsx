import type { ReactNode } from "react";

/** Facts about one thing: what it is called at the left, what it is at the right. */
export function DefinitionList({ children }: { readonly children: ReactNode }) {
  return <dl className="grid gap-y-s2 text-s">{children}</dl>;
}

export function Definition({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-x-s3 grid-cols-[var(--term)_1fr]">
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
