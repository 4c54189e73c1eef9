type SkeletonProps = {
  readonly lines?: number | undefined;
  /** Rows that will begin with a face. */
  readonly faces?: boolean | undefined;
};

/** The place of what is still on its way; say so beside it, once. */
export function Skeleton({ lines = 3, faces = false }: SkeletonProps) {
  return (
    <div aria-hidden="true" className="animate-breathe">
      {ragged(lines).map(({ line, width }) => (
        <div key={line} className={`flex items-center gap-s2 ${faces ? "h-row border-b" : "h-target"}`}>
          {faces && <span className="size-target flex-none rounded-full bg-line" />}
          <span className="h-s3 rounded-r1 bg-line" style={{ width: `${width}%` }} />
        </div>
      ))}
    </div>
  );
}

/** Like words: no two lines end together. */
function ragged(lines: number) {
  return Array.from({ length: lines }, (_, at) => ({ line: at + 1, width: WIDTHS[at % WIDTHS.length] }));
}

const WIDTHS = [62, 84, 47, 73, 55];
