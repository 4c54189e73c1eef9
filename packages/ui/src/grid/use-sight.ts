import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useMemo, useState } from "react";
import { useBeforePaint } from "../before-paint.ts";
import type { CellPlace } from "./cell-steps.ts";
import { boxWidth, drawnColumns, type PlacedColumn } from "./placed-columns.ts";

type Sight = {
  readonly pane: RefObject<HTMLDivElement>;
  readonly awake: boolean;
  readonly density: string;
  readonly count: number;
  readonly columns: readonly PlacedColumn[];
};

export type Seen = {
  /** How high a row is. */
  readonly height: number;
  /** The places of the first and the last row that are drawn. */
  readonly from: number;
  readonly to: number;
  readonly drawn: readonly PlacedColumn[];
  /** Rows that fit in sight. */
  readonly page: number;
  readonly reveal: (at: CellPlace) => void;
};

/** The height of the heads, which lie over the first row in sight. */
const headHeight = 32;

/** Which rows and columns are in sight, and so drawn. Nothing is measured while one scrolls: all sizes are known. */
export function useSight({ pane, awake, density, count, columns }: Sight): Seen {
  const { height, narrow } = useRowHeight(pane, density);
  const rows = useVirtualizer({
    count,
    enabled: awake,
    getScrollElement: () => pane.current,
    estimateSize: () => height,
    overscan: 6,
    initialRect: { width: 1280, height: 800 },
    scrollPaddingEnd: headHeight,
  });
  useBeforePaint(() => rows.measure(), [rows, height]);
  const moving = useMemo(() => columns.filter(({ sticks }) => !sticks), [columns]);
  const still = columns.length - moving.length;
  const edge = useMemo(
    () => columns.reduce((sum, { sticks, width }) => sum + (sticks ? width : 0), boxWidth),
    [columns],
  );
  const across = useVirtualizer({
    horizontal: true,
    count: moving.length,
    enabled: awake,
    getScrollElement: () => pane.current,
    estimateSize: (at) => moving[at]?.width ?? 0,
    overscan: 2,
    paddingStart: edge,
    scrollPaddingStart: edge,
    initialRect: { width: 1280, height: 800 },
  });
  useBeforePaint(() => across.measure(), [across, moving]);
  const seen = rows.getVirtualItems();
  const wide = across.getVirtualItems();
  const [left, right] = [wide[0]?.index ?? 0, wide.at(-1)?.index ?? moving.length - 1];
  const drawn = useMemo(() => {
    if (narrow) return columns.filter(({ lead, fact }) => lead || fact);
    return awake ? drawnColumns(columns, left, right) : columns;
  }, [awake, narrow, columns, left, right]);
  const reveal = useCallback(
    (at: CellPlace) => {
      if (at.row >= 0) rows.scrollToIndex(at.row, { align: "auto" });
      if (at.column >= still) across.scrollToIndex(at.column - still, { align: "auto" });
    },
    [rows, across, still],
  );
  return {
    height,
    from: seen[0]?.index ?? 0,
    to: seen.at(-1)?.index ?? count - 1,
    drawn,
    page: Math.max(1, Math.floor(((rows.scrollRect?.height ?? 640) - headHeight) / height) - 1),
    reveal,
  };
}

/** What the stylesheet makes of a row here: by its density, under a finger, on a phone. */
function useRowHeight(
  pane: RefObject<HTMLDivElement>,
  density: string,
): { readonly height: number; readonly narrow: boolean } {
  const [size, setSize] = useState({ height: 40, narrow: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stylesheet makes rows lower where they stand close
  useEffect(() => {
    const look = () => {
      if (!pane.current) return;
      const height = Number.parseFloat(getComputedStyle(pane.current).getPropertyValue("--grid-row")) || 40;
      const narrow = matchMedia("(width < 40rem)").matches;
      setSize((now) => (now.height === height && now.narrow === narrow ? now : { height, narrow }));
    };
    look();
    const watched = [matchMedia("(width < 40rem)"), matchMedia("(pointer: coarse)")];
    for (const query of watched) query.addEventListener("change", look);
    return () => {
      for (const query of watched) query.removeEventListener("change", look);
    };
  }, [pane, density]);
  return size;
}
