import { narrow } from "./clean.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";

/** An address on the web, with https where no scheme is written. */
export function parseUrl(text: string): Parsed<string> {
  const written = narrow(text);
  if (written.length > 2_000 || /[\s\p{Cc}]/u.test(written)) return refused("imports.url-malformed");
  const url = URL.parse(
    /^[a-z][a-z\d+.-]*:/i.test(written) && !/^[^/]*:\d/.test(written) ? written : `https://${written}`,
  );
  const isWeb = url && /^https?:$/.test(url.protocol) && url.hostname.includes(".") && url.username === "";
  return isWeb ? parsed(url.href) : refused("imports.url-malformed");
}
