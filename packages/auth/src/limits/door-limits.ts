import type { Limit } from "./count-attempt.ts";
import type { Network } from "./network.ts";

/** Who knocks, as limits count it: a browser that this account signed in from before, or where a stranger comes from. */
export type Knocker =
  | { readonly kind: "known"; readonly browser: string }
  | { readonly kind: "stranger"; readonly network: Network | null };

const [tenMinutes, hour, day] = [600, 3_600, 86_400];

/**
 * Wrong passwords. An account is only ever counted together with where somebody comes from, so that a stranger who
 * hammers it shuts out himself. Who comes from nowhere is counted by the account alone: a limit that all of them shared
 * would let one shut out the rest.
 */
export function passwordLimits(knocker: Knocker, account: string): Limit[] {
  if (knocker.kind === "known") return [{ key: `password:browser:${knocker.browser}`, most: 10, within: tenMinutes }];
  return [
    ...networkLimits("password", knocker.network, 60, tenMinutes),
    { key: `password:account:${account}:${placeOf(knocker)}`, most: 10, within: tenMinutes },
  ];
}

const mostTo = {
  email: { anHour: 10, aDay: 30 },
  sms: { anHour: 6, aDay: 12 },
} as const;
type Channel = keyof typeof mostTo;

/**
 * Mail or SMS that anybody may ask for. All strangers together can have an address written to a few times an hour, and
 * no more; a browser that its owner signed in from has its own share, which they cannot use up.
 */
export function sendLimits(knocker: Knocker, channel: Channel, recipient: string): Limit[] {
  if (knocker.kind === "known") return [{ key: `send:browser:${knocker.browser}:${channel}`, most: 5, within: hour }];
  const { anHour, aDay } = mostTo[channel];
  return [
    ...networkLimits("send", knocker.network, 30, hour),
    { key: `send:to:${recipient}:${placeOf(knocker)}`, most: 5, within: hour },
    { key: `send:to:${recipient}`, most: anHour, within: hour },
    { key: `send:day:${recipient}`, most: aDay, within: day },
  ];
}

/** What somebody signed in has sent to an address that they say is theirs. */
export function ownSendLimits(userId: string, channel: Channel, recipient: string): Limit[] {
  return [
    { key: `send:by:${userId}:${channel}`, most: 5, within: hour },
    { key: `send:by-day:${userId}:${channel}`, most: 12, within: day },
    { key: `send:claim:${recipient}`, most: 5, within: hour },
  ];
}

/** SMS cost money: in an hour, all of them together. */
export function smsTotal(most: number): Limit {
  return { key: "send:sms", most, within: hour };
}

/**
 * Codes and links that open nothing. What does open something is never refused for its network: a code allows a few
 * tries by itself, and a link cannot be guessed.
 */
export function missLimits(network: Network | null): Limit[] {
  return networkLimits("miss", network, 60, tenMinutes);
}

/** Guesses at which address a link was sent to, by whoever holds the link. */
export function addressLimits(codeId: string): Limit[] {
  return [{ key: `link-address:${codeId}`, most: 5, within: hour }];
}

/** The old password, asked of somebody who is signed in already. */
export function oldPasswordLimits(userId: string, sessionId: string): Limit[] {
  return [{ key: `old-password:${userId}:${sessionId}`, most: 10, within: tenMinutes }];
}

function networkLimits(what: string, network: Network | null, most: number, within: number): Limit[] {
  if (!network) return [];
  return [
    ...(network.wide ? [{ key: `${what}:wide:${network.wide}`, most: most * 10, within }] : []),
    { key: `${what}:network:${network.near}`, most, within },
  ];
}

function placeOf({ network }: Extract<Knocker, { kind: "stranger" }>): string {
  return network?.near ?? "nowhere";
}
