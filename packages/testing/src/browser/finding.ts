/** Something a page complained about. */
export interface Finding {
  readonly kind: "console.error" | "page error" | "CSP" | "hydration";
  readonly text: string;
  readonly url: string;
}

/** What a console message amounts to; undefined for mere talk. */
export function consoleFinding(type: string, text: string, url: string): Finding | undefined {
  if (isPolicyReport(text)) return { kind: "CSP", text, url };
  if (type !== "error" && type !== "warning") return undefined;
  if (isHydration(text)) return { kind: "hydration", text, url };
  return type === "error" && !isAnsweredForm(text) && !isOvertaken(text)
    ? { kind: "console.error", text, url }
    : undefined;
}

export function pageErrorFinding(text: string, url: string): Finding {
  return { kind: isHydration(text) ? "hydration" : "page error", text, url };
}

/** React's words for it, and its numbers in a production build (418, 419, 421 to 425). */
function isHydration(text: string): boolean {
  return /hydrat|did not match|Minified React error #4(18|19|2[1-5])\b/i.test(text);
}

/** Also of a policy that only reports; those come as mere information. */
function isPolicyReport(text: string): boolean {
  return /violates the (following|document's) Content Security Policy/.test(text);
}

/** Remix says so of every answer that somebody did not wait for, having gone on; the router drops what came of it. */
function isOvertaken(text: string): boolean {
  return /^AbortError: BodyStreamBuffer was aborted\b/.test(text);
}

/** 422 is how a form says that its input was wrong; Chromium reports every such answer as an error. */
function isAnsweredForm(text: string): boolean {
  return /^Failed to load resource: .* status of 422\b/.test(text);
}
