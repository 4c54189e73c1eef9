/**
 * Node and Chromium separate the parts of a date with different spaces (U+202F, U+2009), which React takes for a
 * different page and renders anew. Both ends get plain ones: this for the server, entry.client for the browser.
 */
const odd = /[\u202f\u2009]/g;
const plain = (text: string) => text.replaceAll(odd, " ");
const { format, formatToParts, formatRange } = patchable();

function patchable() {
  const prototype = Intl.DateTimeFormat.prototype;
  return {
    format: Object.getOwnPropertyDescriptor(prototype, "format")?.get,
    formatToParts: prototype.formatToParts,
    formatRange: prototype.formatRange,
  };
}

Object.defineProperty(Intl.DateTimeFormat.prototype, "format", {
  configurable: true,
  get(this: Intl.DateTimeFormat) {
    const bound: unknown = format?.call(this);
    return (date?: Date | number) => (typeof bound === "function" ? plain(String(bound(date))) : "");
  },
});
Intl.DateTimeFormat.prototype.formatToParts = function (date) {
  return formatToParts.call(this, date).map((part) => ({ ...part, value: plain(part.value) }));
};
Intl.DateTimeFormat.prototype.formatRange = function (start, end) {
  return plain(formatRange.call(this, start, end));
};

export {};
