import { type Limit, networkOf } from "@guildhall/auth";
import type { Id } from "@guildhall/core";

const [tenMinutes, hour, day] = [600, 3_600, 86_400];

/**
 * Sign-ups from one network, and mails to one address. Whoever has an account there signs in and adds a hall without
 * a mail, so nobody is locked out of anything by these.
 */
export function signUpLimits(ip: string | null, email: string): Limit[] {
  const network = networkOf(ip)?.near;
  return [
    ...(network ? [{ key: `sign-up-ip:${network}`, most: 30, within: hour }] : []),
    { key: `sign-up-email:${email}:${network ?? "nowhere"}`, most: 5, within: hour },
    { key: `sign-up-email:${email}`, most: 12, within: day },
  ];
}

export function openHallLimits(userId: Id<"user_account">): Limit[] {
  return [{ key: `sign-up-user:${userId}`, most: 10, within: day }];
}

/** Questions whether an address is free: a few for every name that somebody types. */
export function slugQuestionLimits(ip: string | null): Limit[] {
  const network = networkOf(ip)?.near;
  return network ? [{ key: `slug-ip:${network}`, most: 300, within: tenMinutes }] : [];
}

/** Tries at links, which cannot be guessed; and at passwords behind them, which cost time. */
export function acceptLimits(ip: string | null): Limit[] {
  const network = networkOf(ip)?.near;
  return network ? [{ key: `sign-up-accept-ip:${network}`, most: 60, within: tenMinutes }] : [];
}
