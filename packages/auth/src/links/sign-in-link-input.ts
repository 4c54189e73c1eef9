import { z } from "zod";
import { emailSchema } from "../users/user.ts";

export const signInLinkInput = z.object({ email: emailSchema });

/** What somebody is asked whose browser is not the one that asked for the link: where it was sent. */
export const linkElsewhereInput = z.object({ email: emailSchema });
