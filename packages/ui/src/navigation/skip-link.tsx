/** The first thing a keyboard meets: past the rail, to the page. `href` is "#" and the id of its main. */
export function SkipLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a
      href={href}
      className="sr-only z-50 rounded-r2 bg-raised text-ink no-underline shadow-float focus:not-sr-only focus:fixed focus:top-s2 focus:left-s2 focus:px-s4 focus:py-s2"
    >
      {children}
    </a>
  );
}
