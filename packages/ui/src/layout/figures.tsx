import type { ReactNode } from "react";

/** Big numbers between two hairlines, each with its word below. */
export function Figures({ children }: { readonly children: ReactNode }) {
  return <dl className="flex flex-wrap gap-x-s6 gap-y-s3 border-y py-s3">{children}</dl>;
}

export function Figure({ value, children }: { readonly value: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-xs text-ink-3">{children}</dt>
      <dd className="tabular font-title text-mark font-semibold leading-title">{value}</dd>
    </div>
  );
}
