import { sortName } from "../people/sort-name.ts";

/** A field's name for machines, from what people call it: 会员等级 is hui_yuan_deng_ji; one that is taken gets a number. */
export function fieldKey(name: string, taken: ReadonlySet<string>): string {
  const plain = sortName({ fullName: name })
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "")
    .slice(0, longest)
    .replace(/_+$/, "");
  const key = /^[a-z]/.test(plain) ? plain : `field${plain && "_"}${plain}`.slice(0, longest);
  for (let number = 2; ; number++) {
    const candidate = number === 2 && !taken.has(key) ? key : `${key}_${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** With room for a number. */
const longest = 54;
