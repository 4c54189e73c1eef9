import { idSchema } from "@guildhall/core";
import { z } from "zod";
import { codeMinutes } from "../codes/credential-code.ts";
import type { TokenKind } from "../tokens/credential-token.ts";

const payload = z.object({ codeId: idSchema("credential_code") });

/** The link in a sign-in mail. It goes with the code in the same mail: when one is used, so is the other. */
export const signInLinkKind: TokenKind<typeof payload> = {
  purpose: "sign-in-link",
  payload,
  seconds: codeMinutes["mail-sign-in"] * 60,
};
