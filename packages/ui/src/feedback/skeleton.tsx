import { classNames } from "../class-names.ts";

type SkeletonProps = {
  readonly lines?: number | undefined;
  /** Rows that will begin with a face. */
  readonly faces?: boolean | undefined;
  /** What is on its way: lines or rows; a thing with its face, name and facts; a slip of paper. */
  readonly shape?: "lines" | "detail" | "card" | undefined;
};

/** The place of what is still on its way; say so beside it, once. */
export function Skeleton({ lines = 3, faces = false, shape = "lines" }: SkeletonProps) {
  return (
    <div
      aria-hidden="true"
      className={classNames("animate-breathe", shape === "card" && "rounded-r3 border bg-surface p-s4")}
    >
      {shape === "detail" && (
        <div className="mb-s4 flex items-center gap-s4">
          <span className="size-face-l flex-none rounded-full bg-line" />
          <span className="grid flex-1 gap-s2">
            <Stroke width={38} tall />
            <Stroke width={56} />
          </span>
        </div>
      )}
      {shape === "card" && (
        <div className="mb-s3">
          <Stroke width={52} tall />
        </div>
      )}
      {ragged(lines).map(({ line, width }) => (
        <div key={line} className={classNames("flex items-center gap-s2", faces ? "h-row border-b" : "h-target")}>
          {faces && <span className="size-target flex-none rounded-full bg-line" />}
          <Stroke width={width} />
        </div>
      ))}
    </div>
  );
}

function Stroke({ width, tall = false }: { readonly width: number; readonly tall?: boolean }) {
  return (
    <span className={classNames("block rounded-r1 bg-line", tall ? "h-s4" : "h-s3")} style={{ width: `${width}%` }} />
  );
}

/** Like words: no two lines end together. */
function ragged(lines: number) {
  return Array.from({ length: lines }, (_, at) => ({ line: at + 1, width: WIDTHS[at % WIDTHS.length] ?? 60 }));
}

const WIDTHS = [62, 84, 47, 73, 55];
