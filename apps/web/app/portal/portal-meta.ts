import { m } from "@guildhall/i18n/messages";
import type { MetaDescriptor } from "@remix-run/react";
import { wordsIn } from "../shell/words.ts";
import type { PortalView } from "./portal-view.ts";

/** The head of a portal's page. Only its front is for search engines, and only where the hall wants that. */
export function portalMeta(data: PortalView | undefined, pathname: string): MetaDescriptor[] {
  if (!data) return [{ name: "robots", content: "noindex" }];
  const { tenant, portal, locale, origin } = data;
  const { t } = wordsIn(locale);
  const front = pathname === `/c/${tenant.slug}` || pathname === `/c/${tenant.slug}/`;
  const title = front && portal.welcomeTitle ? `${portal.welcomeTitle} · ${tenant.name}` : tenant.name;
  const firstLine = portal.welcomeText?.split("\n")[0]?.slice(0, 160);
  const description = firstLine || t(m.portal_description, { house: tenant.name });
  const listed = front && portal.indexed;
  return [
    { title },
    { name: "description", content: description },
    { name: "robots", content: listed ? "index, follow" : "noindex" },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:type", content: "website" },
    ...(front ? [{ tagName: "link", rel: "canonical", href: `${origin}/c/${tenant.slug}` }] : []),
  ];
}
