import { setLocale } from "@guildhall/auth";
import { localeSchema } from "@guildhall/core";
import { z } from "zod";
import { route, safeReturn, seeOther } from "../server/define-route.ts";

const input = z.object({ locale: localeSchema, to: z.string().max(2_000).default("/") });
const year = 31_536_000;

/** Keeps the language somebody chose: with their account where they have one, and in this browser. */
export const action = route({ area: "public" }).action(async ({ request, visit, house }) => {
  const { locale, to } = input.parse(Object.fromEntries(await request.formData()));
  const session = await visit.session();
  if (session) await setLocale(house.database, session.user.id, locale);
  const secure = house.config.PUBLIC_URL?.startsWith("https:") ? "; Secure" : "";
  return seeOther(safeReturn(to, "/"), {
    "set-cookie": `locale=${locale}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly${secure}`,
  });
});
