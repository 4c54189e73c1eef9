import { type ComponentProps, lazy, Suspense, useState } from "react";
import type { CommandPalette } from "./command-palette.tsx";

/** The command palette, whose script comes when it is first opened. */
export function LazyPalette(palette: ComponentProps<typeof CommandPalette>) {
  const [wanted, setWanted] = useState(palette.open);
  if (palette.open && !wanted) setWanted(true);
  return wanted ? (
    <Suspense>
      <Palette {...palette} />
    </Suspense>
  ) : null;
}

const Palette = lazy(async () => ({ default: (await import("./command-palette.tsx")).CommandPalette }));
