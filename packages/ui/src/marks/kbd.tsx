/** A key to press: ⌘K. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className="inline-block rounded-r1 border bg-surface px-s1 py-s0 font-ui text-xs font-medium leading-none text-ink-3">
      {children}
    </kbd>
  );
}
