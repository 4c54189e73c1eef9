import { lineSchema } from "@guildhall/core";
import { z } from "zod";

/** Somebody named in a pasted list. */
export interface Invitee {
  readonly email: string;
  readonly fullName: string | null;
}

interface Entry {
  /** As it was written, cut to a line. */
  readonly text: string;
  readonly invitee: Invitee | null;
}

export const mostInvitees = 200;
const mostCharacters = 40_000;

/**
 * Reads addresses however they were pasted: one a line or in a row, between commas, semicolons (Chinese ones too), tabs
 * or spaces, bare or as `Li Lei <li@example.com>`, `"Lei, Li" <…>`, `Li Lei li@example.com`.
 */
export function readInvitees(written: string): Entry[] {
  return written
    .normalize("NFC")
    .replace(/[＜〈]/g, "<")
    .replace(/[＞〉]/g, ">")
    .replace(/＠/g, "@")
    .split(/[\r\n\u2028\u2029]+/)
    .flatMap(chunksOf)
    .flatMap(entriesOf);
}

/** Cuts a line where a list is cut; not within quotes or brackets, nor after the comma of `Lei, Li <…>`. */
function chunksOf(line: string): string[] {
  const parts = [...line.matchAll(/"[^"]*"|<[^<>]*>|[,;\t，；、]|[^",;\t，；、<]+|["<]/gu)].map(([part]) => part);
  const chunks: string[] = [""];
  for (const [place, part] of parts.entries()) {
    const current = chunks.at(-1) ?? "";
    const isCut = /^[,;\t，；、]$/.test(part);
    if (!isCut) chunks[chunks.length - 1] = current + part;
    else if (/^[,，]$/.test(part) && isFamilyName(current, parts[place + 1], parts[place + 2]))
      chunks[chunks.length - 1] = `${current},`;
    else chunks.push("");
  }
  return chunks.map((chunk) => chunk.trim()).filter((chunk) => chunk !== "");
}

function isFamilyName(before: string, next: string | undefined, afterNext: string | undefined): boolean {
  return before.trim() !== "" && !before.includes("@") && !next?.includes("@") && afterNext?.startsWith("<") === true;
}

// No run longer than any name or address, so that forty thousand letters cost no more than they should.
const inBrackets = /([^<>]{0,400})<([^<>]{0,400})>/g;

function entriesOf(chunk: string): Entry[] {
  const bracketed = [...chunk.matchAll(inBrackets)];
  if (bracketed.length > 0) {
    const left = chunk.replaceAll(inBrackets, "").trim();
    const entries = bracketed.map(([text, name = "", address = ""]) => entry(text, name, address));
    return left === "" ? entries : [...entries, entry(left, "", left)];
  }
  const words = chunk.split(/\s+/);
  const addresses = words.filter((word) => word.includes("@"));
  if (addresses.length === 1) {
    const [address = ""] = addresses;
    const name = words.filter((word) => word !== address).join(" ");
    return [entry(chunk, name, address)];
  }
  return addresses.length === 0 ? [entry(chunk, "", chunk)] : words.map((word) => entry(word, "", word));
}

const addressSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());
const nameSchema = lineSchema(200);

function entry(text: string, name: string, address: string): Entry {
  const invitee = name.length > 400 || address.length > 400 ? null : inviteeOf(name, address);
  const shown = text
    .slice(0, 400)
    .trim()
    .replace(/[\p{C}\s]+/gu, " ");
  return { text: shown.length > 80 ? `${shown.slice(0, 79)}…` : shown, invitee };
}

function inviteeOf(name: string, address: string): Invitee | null {
  const email = addressSchema.safeParse(address.replace(/^mailto:/i, ""));
  if (!email.success) return null;
  const bare = name
    .trim()
    .replace(/^(["'“])(.*)["'”]$/u, "$2")
    .trim();
  if (bare === "") return { email: email.data, fullName: null };
  const fullName = nameSchema.safeParse(bare);
  return fullName.success ? { email: email.data, fullName: fullName.data } : null;
}

/** A pasted list of people to invite: every one of them can be reached, none stands there twice. */
export const inviteesSchema = z
  .string({ error: "people.invitees-missing" })
  .trim()
  .max(mostCharacters, { error: `people.invitees-too-many?most=${mostInvitees}` })
  .superRefine((written, { addIssue }) => {
    const entries = readInvitees(written);
    const refuse = (message: string) => addIssue({ code: "custom", message });
    if (entries.length === 0) return refuse("people.invitees-missing");
    if (entries.length > mostInvitees) return refuse(`people.invitees-too-many?most=${mostInvitees}`);
    const seen = new Set<string>();
    const said = new Set<string>();
    const sayOnce = (message: string) => {
      if (!said.has(message)) refuse(message);
      said.add(message);
    };
    for (const { text, invitee } of entries) {
      if (!invitee) sayOnce(aboutAddress("people.invitee-malformed", text));
      else if (seen.has(invitee.email)) sayOnce(aboutAddress("people.invitee-twice", invitee.email));
      else seen.add(invitee.email);
    }
  });

/** A code with the address that it is about, as it stands beside the field. */
export function aboutAddress(code: string, address: string): string {
  return `${code}?${new URLSearchParams({ address })}`;
}
