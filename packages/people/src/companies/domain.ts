import { z } from "zod";

/** A domain as it is compared, from however somebody has it: an address on the web, a mail address, in any script. */
function readDomain(text: string): string | null {
  const written = text.trim().toLowerCase();
  const host = written.slice(written.lastIndexOf("@") + 1);
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//.test(host) ? host : `https://${host}`);
  const name = url?.hostname.replace(/\.$/, "").replace(/^www\.(?=.*\.)/, "") ?? "";
  return name.length <= 253 && label.test(name) ? name : null;
}

const label = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?!\d+$)[a-z\d-]{2,63}$/;

export const domainSchema = z
  .string({ error: "people.domain-malformed" })
  .max(500, { error: "people.domain-malformed" })
  .transform((text, context) => {
    const domain = readDomain(text);
    if (domain !== null) return domain;
    context.addIssue({ code: "custom", message: "people.domain-malformed" });
    return z.NEVER;
  });
