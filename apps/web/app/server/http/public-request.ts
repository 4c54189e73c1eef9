import type { IncomingMessage } from "node:http";
import type { Config } from "@guildhall/config";

type Addressing = Pick<Config, "PUBLIC_URL" | "TRUSTED_PROXIES">;

/** The origin that people see: as configured, as a trusted proxy says, or as asked for. */
export function publicOrigin(request: Request, { PUBLIC_URL, TRUSTED_PROXIES }: Addressing): string {
  if (PUBLIC_URL) return new URL(PUBLIC_URL).origin;
  const url = new URL(request.url);
  if (TRUSTED_PROXIES > 0) {
    const proto = request.headers.get("x-forwarded-proto");
    const host = request.headers.get("x-forwarded-host");
    if (proto === "https" || proto === "http") url.protocol = proto;
    if (host) url.host = host;
  }
  return url.origin;
}

/** Whether the page that asks for an upgrade is this house's own. Browsers always say which it is. */
export function isOurOrigin({ headers, url = "/" }: IncomingMessage, addressing: Addressing): boolean {
  if (headers.origin === undefined || headers.host === undefined) return false;
  const forwarded = ["x-forwarded-proto", "x-forwarded-host"].flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  const asked = URL.parse(url, `http://${headers.host}`);
  if (!asked) return false;
  return (
    headers.origin ===
    publicOrigin(
      new Request(asked, { headers: [...forwarded.map((pair) => [...pair] as [string, string])] }),
      addressing,
    )
  );
}

/** The request as people made it, so that redirects and links lead back to where they are. */
export function publicRequest(request: Request, addressing: Addressing): Request {
  const url = new URL(request.url);
  const origin = publicOrigin(request, addressing);
  if (url.origin === origin) return request;
  const rewritten = new Request(origin + url.pathname + url.search, request);
  rewritten.headers.set("x-forwarded-host", new URL(origin).host); // Remix compares Origin with this, or with Host
  return rewritten;
}
