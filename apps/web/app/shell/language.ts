import { setLocale } from "@guildhall/auth";
import { localeSchema } from "@guildhall/core";
import { z } from "zod";
import { choiceCookie } from "../server/choice-cookie.ts";
import { route, safeReturn, seeOther } from "../server/define-route.ts";

const input = z.object({ locale: localeSchema, to: z.string().max(2_000).default("/") });

/** Keeps the language somebody chose: with their account where they have one, and in this browser. */
export const action = route({ area: "public" }).action(async ({ request, visit, house }) => {
  const { locale, to } = input.parse(Object.fromEntries(await request.formData()));
  const session = await visit.session();
  if (session) await setLocale(house.database, session.user.id, locale);
  return seeOther(safeReturn(to, "/"), { "set-cookie": choiceCookie(house, "locale", locale) });
});
