import { accountClosed } from "./account-closed.ts";
import { accountNotice } from "./account-notice.ts";
import { changeEmail } from "./change-email.ts";
import { confirmJoin } from "./confirm-join.ts";
import { invitation } from "./invitation.ts";
import { notice } from "./notice.ts";
import { resetPassword } from "./reset-password.ts";
import { signInLink } from "./sign-in-link.ts";
import { signUpMail } from "./sign-up-mail.ts";
import { smsCode } from "./sms-code.ts";
import type { AnyTemplate } from "./template.ts";
import { verifyEmail } from "./verify-email.ts";

/** The templates that every installation has; domains bring more of their own. */
export const houseTemplates: readonly AnyTemplate[] = [
  signInLink,
  signUpMail,
  verifyEmail,
  resetPassword,
  changeEmail,
  accountNotice,
  invitation,
  confirmJoin,
  notice,
  smsCode,
  accountClosed,
];

/** Templates by the name that messages are stored under. */
export function templateShelf(templates: readonly AnyTemplate[]): ReadonlyMap<string, AnyTemplate> {
  const shelf = new Map<string, AnyTemplate>();
  for (const template of templates) {
    if (shelf.has(template.name)) throw new Error(`Two templates are called ${template.name}.`);
    shelf.set(template.name, template);
  }
  return shelf;
}
