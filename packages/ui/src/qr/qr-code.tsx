import { useMemo } from "react";
import { encode } from "uqr";

type QrCodeProps = {
  /** What a camera reads. */
  readonly value: string;
  /** What it is for: "Ticket of Lin Qiao". */
  readonly label: string;
  readonly size?: "m" | "l" | undefined;
};

/** A code for a camera: dark on light in either theme, with the quiet margin that readers need. */
export function QrCode({ value, label, size = "m" }: QrCodeProps) {
  const { path, side } = useMemo(() => draw(value), [value]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className={size === "m" ? "qr qr-m rounded-r2" : "qr qr-l rounded-r3"}
    >
      <path d={path} />
    </svg>
  );
}

/** One path for all dark squares, a stroke for each run of them. */
function draw(value: string): { readonly path: string; readonly side: number } {
  const { data, size } = encode(value, { border: 4, ecc: "M" });
  const runs: string[] = [];
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      runs.push(`M${from} ${y}h${x - from + 1}v1H${from}z`);
    }
  }
  return { path: runs.join(""), side: size };
}
