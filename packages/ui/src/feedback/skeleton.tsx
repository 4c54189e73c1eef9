type SkeletonProps = {
  readonly lines?: number | undefined;
  /** Rows that will begin with a face. */
  readonly faces?: boolean | undefined;
};

/** The place of what is still on its way; say so beside it, once. */
export function Skeleton({ lines = 3, faces = false }: SkeletonProps) {
  return (
    <div aria-hidden="true" className="animate-breathe">
      {Array.from({ length: lines }, (_, at) => (
        <div key={at} className={`flex items-center gap-s2 ${faces ? "h-row border-b" : "h-target"}`}>
          {faces && <span className="size-target flex-none rounded-full bg-line" />}
          <span className="h-s3 rounded-r1 bg-line" style={{ width: `${WIDTHS[at % WIDTHS.length]}%` }} />
        </div>
      ))}
    </div>
  );
}

/** Like words: no two lines end together. */
const WIDTHS = [62, 84, 47, 73, 55];
