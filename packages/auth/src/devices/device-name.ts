/** What of a browser's own account of itself its owner will recognise. Null where it says nothing of use. */
export interface DeviceName {
  readonly browser: string | null;
  readonly system: string | null;
  readonly kind: "phone" | "laptop";
}

type Table = readonly (readonly [pattern: RegExp, name: string])[];

// In order: most browsers also claim to be the one below them.
const browsers: Table = [
  [/MicroMessenger\//, "WeChat"],
  [/DingTalk\//, "DingTalk"],
  [/\bQQBrowser\//, "QQ Browser"],
  [/\bUCBrowser\//, "UC Browser"],
  [/HuaweiBrowser\//, "Huawei Browser"],
  [/MiuiBrowser\//, "Mi Browser"],
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\/|\bOpera\//, "Opera"],
  [/\bVivaldi\//, "Vivaldi"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/DuckDuckGo\/|\bDdg\//, "DuckDuckGo"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\/|\bChromium\//, "Chrome"],
  [/\bVersion\/[\d.]+.*\bSafari\//, "Safari"],
];

const systems: Table = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/HarmonyOS|OpenHarmony/, "HarmonyOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMacintosh\b|\bMac OS X\b/, "Mac"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** Reads a User-Agent header for people: "Firefox" on "Android". Never for anything that matters. */
export function nameDevice(userAgent: string | null): DeviceName {
  const find = (table: Table) => table.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1] ?? null;
  const isPhone = /\bMobile\b|\biPhone\b|\biPad\b|\bAndroid\b/.test(userAgent ?? "");
  return { browser: find(browsers), system: find(systems), kind: isPhone ? "phone" : "laptop" };
}
