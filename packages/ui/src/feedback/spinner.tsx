import { classNames } from "../class-names.ts";

type SpinnerProps = {
  /** Said once it appears; without one it stands beside words that say it. */
  readonly label?: string | undefined;
  readonly size?: "s" | "l" | undefined;
};

/** A ring drawn with one stroke of the brush, thick where it began. */
export function Spinner({ label, size = "s" }: SpinnerProps) {
  return (
    <span {...(label ? { role: "status" } : { "aria-hidden": true })} className="inline-flex items-center gap-s2">
      <svg
        viewBox="0 0 16 16"
        fill="none"
        className={classNames("animate-turn", size === "s" ? "size-icon" : "size-control-m")}
        aria-hidden="true"
      >
        <path
          d="M8 1.6a6.4 6.4 0 1 1-5.8 3.7"
          stroke="currentColor"
          strokeWidth="1.1"
          strokeLinecap="round"
          opacity=".45"
        />
        <path d="M8 1.6a6.4 6.4 0 0 1 5.6 9.5" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
      </svg>
      {label && <span className="text-s text-ink-2">{label}</span>}
    </span>
  );
}
