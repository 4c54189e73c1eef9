import { conflict } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { type SignInOutcome, secondStepToken } from "../sessions/complete-sign-in.ts";
import type { Proof } from "../sessions/proof.ts";
import type { Device, Sessions } from "../sessions/sessions.ts";
import { readToken, takeToken } from "../tokens/credential-token.ts";
import { tryFactorCode } from "./try-factor-code.ts";

interface Parts {
  readonly database: Database;
  readonly sessions: Sessions;
  readonly secret: string;
}

interface SecondStep {
  /** From `completeSignIn`. */
  readonly token: string;
  readonly code: unknown;
  readonly device: Device;
  readonly previousToken: string | null;
  readonly now: Date;
}

/** Whether this sign-in still waits for its second step. */
export async function awaitsSecondStep(database: Database, token: string, now: Date): Promise<boolean> {
  const found = await database.withPlatform("sign-in", (platform) => readToken(platform, secondStepToken, token, now), {
    readOnly: true,
  });
  return found !== null;
}

/**
 * Ends a sign-in whose first factor was right with an app's code or a recovery code. A
 * wrong code is `auth.code-wrong` and may be tried again; after ten minutes it is `auth.second-step-over`.
 */
export async function finishSecondStep(
  parts: Parts,
  { token, device, previousToken, now, code }: SecondStep,
): Promise<SignInOutcome> {
  const { database, sessions } = parts;
  const waiting = await database.withPlatform("sign-in", (platform) =>
    readToken(platform, secondStepToken, token, now),
  );
  if (!waiting?.userId) throw over();
  const { userId } = waiting;
  const second: Proof = await tryFactorCode(parts, { userId, ip: device.ip, now }, { code });
  const taken = await database.withPlatform("sign-in", (platform) => takeToken(platform, secondStepToken, token, now));
  if (!taken) throw over();
  if (previousToken) await sessions.close(previousToken);
  const session = await sessions.open(userId, device, [taken.payload.proof, second]);
  return { kind: "signed-in", token: session, userId };
}

const over = () => conflict("auth.second-step-over");
