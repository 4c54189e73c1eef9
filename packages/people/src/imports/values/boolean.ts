import { narrow } from "./clean.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";

const yes = new Set(
  "yes y true t 1 x on ok ✓ ✔ √ ☑ ✅ 是 有 对 真 已 同意 已同意 已订阅 订阅 開 开 subscribed optin opt-in ja oui si sí checked confirmed".split(
    " ",
  ),
);
const no = new Set(
  "no n false f 0 off - ✗ ✘ × ☐ ❌ 否 无 没有 不 假 未 不同意 未同意 未订阅 退订 已退订 关 unsubscribed notsubscribed not_subscribed optout opt-out cleaned nein non unchecked".split(
    " ",
  ),
);

export function parseBoolean(text: string): Parsed<boolean> {
  const word = narrow(text).toLowerCase();
  if (yes.has(word)) return parsed(true);
  return no.has(word) ? parsed(false) : refused("imports.boolean-malformed");
}
