/** The edge, ground and height of everything that is written into or chosen from. */
export const controlClass =
  "min-h-control-m w-full min-w-0 rounded-r2 border border-control bg-surface px-s3 py-s1 font-ui text-input leading-ui text-ink transition-colors hover:border-ink-3 aria-invalid:border-seal aria-invalid:border-2 disabled:bg-sunk disabled:text-ink-3 [&:is(input,textarea):read-only]:bg-sunk";
