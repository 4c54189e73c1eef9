import { askForSignInCode, askForSignInLink, signInWithPassword } from "@guildhall/auth";
import { phoneInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route, safeReturn, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { pageTitle } from "../shell/page-title.ts";
import { doorCookie } from "./door-cookies.ts";
import { finishSignIn } from "./finish-sign-in.ts";
import { knock, porchOf } from "./knock.ts";
import { loginInput } from "./login-input.ts";
import { onTheWay, toSchema } from "./onward.ts";
import { PasswordDoor } from "./password-door.tsx";
import { PhoneDoor } from "./phone-door.tsx";

const door = route({
  area: "public",
  search: z.object({ to: toSchema, by: z.literal("sms").optional().catch(undefined) }),
});

export const loader = door.loader(async ({ visit, search: { to, by } }) => {
  if (await visit.session()) return redirect(safeReturn(to ?? null, "/account"));
  return { to, by };
});

export const action = door.action(async ({ request, house, visit, search: { to = null } }) => {
  const form = await request.formData();
  const [porch, arrival] = [porchOf(house), await knock(request, house, visit)];
  const wait = (doorToken: string) =>
    seeOther(onTheWay("/login/code", to ?? undefined), { "set-cookie": doorCookie(house, doorToken) });
  if (form.has("phone"))
    return answerForm(form, phoneInput, async (input) => wait(await askForSignInCode(porch, input, arrival, to)));
  return answerForm(form, loginInput, async ({ by, email, password }) =>
    by === "link"
      ? wait(await askForSignInLink(porch, { email }, arrival, to))
      : finishSignIn({ request, house, visit }, await signInWithPassword(porch, { email, password }, arrival), to),
  );
});

export const meta = pageTitle(m.auth_sign_in);

export default function Login() {
  const { to, by } = useLoaderData<typeof loader>();
  return by === "sms" ? <PhoneDoor to={to} /> : <PasswordDoor to={to} />;
}
