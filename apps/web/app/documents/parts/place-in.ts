type Size = { readonly width: number; readonly height: number };

/** Beside a place in the text, as a place in the frame around it: below where there is room, above where there is not. */
export function placeIn(frame: HTMLElement | null, at: DOMRect | null, { width, height }: Size) {
  if (!frame || !at) return { insetBlockStart: "100%", insetInlineStart: 0 };
  const box = frame.getBoundingClientRect();
  const left = Math.max(0, Math.min(at.left - box.left, box.width - width));
  const seen = window.visualViewport?.height ?? window.innerHeight;
  const isBelow = seen - at.bottom >= Math.min(height, at.top);
  return isBelow
    ? { insetBlockStart: at.bottom - box.top + 4, insetInlineStart: left }
    : { insetBlockEnd: box.bottom - at.top + 4, insetInlineStart: left };
}
