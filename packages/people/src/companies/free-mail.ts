import freeMail from "free-email-domains";
import { getDomain, getPublicSuffix } from "tldts";

/** Where everybody can have a mailbox, besides what the list knows. */
const more = [
  "hey.com",
  "tutanota.com",
  "tutanota.de",
  "tuta.com",
  "tuta.io",
  "keemail.me",
  "wo.cn",
  "88.com",
  "mail.com",
];
const free: ReadonlySet<string> = new Set([...freeMail, ...more]);

/** Whether a mailbox at this domain, or below it, says nothing about where somebody works. */
export function isFreeMail(domain: string): boolean {
  return free.has(domain) || free.has(getDomain(domain, { allowPrivateDomains: true }) ?? domain);
}

/** Whether nobody owns this domain by itself: co.uk, com.cn, github.io. */
export function isPublicSuffix(domain: string): boolean {
  return getPublicSuffix(domain, { allowPrivateDomains: true }) === domain;
}
