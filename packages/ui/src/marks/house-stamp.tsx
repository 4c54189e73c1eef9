import { classNames } from "../class-names.ts";

type HouseStampProps = {
  readonly size?: "m" | "l" | "xl" | undefined;
  readonly turned?: boolean | undefined;
  readonly label?: string | undefined;
};

/** Guildhall's own seal: 会馆, read from above, in the house's cinnabar whatever the tenant wears. */
export function HouseStamp({ size = "m", turned = false, label }: HouseStampProps) {
  return (
    <span
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
      lang="zh-CN"
      className={classNames(
        "house-carved inline-grid flex-none select-none grid-cols-1 place-items-center bg-seal font-title font-bold text-ink-on-seal",
        SIZES[size],
        turned && "turned",
      )}
    >
      <span>会</span>
      <span>馆</span>
    </span>
  );
}

const SIZES = { m: "house-stamp-m rounded-r1", l: "house-stamp-l rounded-r2", xl: "house-stamp-xl rounded-r3" };
