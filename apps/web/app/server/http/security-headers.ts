import type { MiddlewareHandler } from "hono";
import type { House } from "../house.ts";
import type { HttpEnv } from "./http-env.ts";

/** Scripts only from here and only with this answer's nonce; nothing else may frame, embed or be sniffed. */
export function securityHeaders({
  house,
  production,
}: {
  house: House;
  production: boolean;
}): MiddlewareHandler<HttpEnv> {
  const secure = house.config.PUBLIC_URL?.startsWith("https:") ?? false;
  return async (c, next) => {
    await next();
    const nonce = `'nonce-${c.get("nonce")}'`;
    const policy = {
      "default-src": "'self'",
      "script-src": `'self' ${nonce}${production ? "" : " 'unsafe-eval'"}`,
      "style-src": production ? `'self' ${nonce}` : "'self' 'unsafe-inline'",
      "style-src-attr": "'unsafe-inline'",
      "img-src": "'self' data: blob:",
      "font-src": "'self'",
      "connect-src": production ? "'self'" : "'self' ws:",
      "object-src": "'none'",
      "base-uri": "'none'",
      "form-action": "'self'",
      "frame-ancestors": "'none'",
      ...(secure && { "upgrade-insecure-requests": "" }),
    };
    const set = (name: string, value: string) => {
      if (!c.res.headers.has(name)) c.header(name, value);
    };
    set(
      "content-security-policy",
      Object.entries(policy)
        .map(([name, value]) => `${name} ${value}`.trim())
        .join("; "),
    );
    set("x-content-type-options", "nosniff");
    set("referrer-policy", "strict-origin-when-cross-origin");
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    set("permissions-policy", "camera=(self), microphone=(), geolocation=(), payment=()");
    if (secure) set("strict-transport-security", "max-age=63072000; includeSubDomains");
  };
}
