type Box = Pick<DOMRectReadOnly, "left" | "top" | "bottom" | "width" | "height">;
type Window = { readonly width: number; readonly height: number };
type Place = { readonly left: number; readonly top: number /** How high it may grow. */; readonly room: number };

/** Below its owner, or above where there is more room; never out of the window. */
export function placeBeside(owner: Box, slip: Pick<Box, "width" | "height">, window: Window): Place {
  const below = window.height - owner.bottom - GAP - EDGE;
  const above = owner.top - GAP - EDGE;
  const under = slip.height <= below || below >= above;
  const room = Math.max(0, under ? below : above);
  const left = Math.max(EDGE, Math.min(owner.left, window.width - EDGE - slip.width));
  return { left, top: under ? owner.bottom + GAP : owner.top - GAP - Math.min(slip.height, room), room };
}

const GAP = 4;
const EDGE = 8;
