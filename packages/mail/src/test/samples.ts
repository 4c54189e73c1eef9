import { accountClosed } from "../templates/account-closed.ts";
import { accountNotice } from "../templates/account-notice.ts";
import { changeEmail } from "../templates/change-email.ts";
import { confirmJoin } from "../templates/confirm-join.ts";
import { invitation } from "../templates/invitation.ts";
import { notice } from "../templates/notice.ts";
import { resetPassword } from "../templates/reset-password.ts";
import { signInLink } from "../templates/sign-in-link.ts";
import { signUpMail } from "../templates/sign-up-mail.ts";
import { smsCode } from "../templates/sms-code.ts";
import type { AnyTemplate } from "../templates/template.ts";
import { verifyEmail } from "../templates/verify-email.ts";

export const secretUrl = "https://hall.example/in/8f3kQ0vXn2mZr7Tt?next=%2Fc%2Fyuanshan&x=1";
export const secretCode = "482913";

interface Sample {
  readonly template: AnyTemplate;
  readonly input: object;
}

/** Each template of the house with input that fits it. */
export const samples: readonly Sample[] = [
  { template: signInLink, input: { url: secretUrl, minutes: 15, code: secretCode } },
  { template: signUpMail, input: { url: secretUrl, hall: "hall.example/w/yuanshan", hours: 24, hasAccount: false } },
  { template: verifyEmail, input: { url: secretUrl, hours: 24, code: secretCode } },
  { template: resetPassword, input: { url: secretUrl, minutes: 1 } },
  { template: changeEmail, input: { url: secretUrl, side: "old", newEmail: "lin@yuanshan.example", hours: 24 } },
  {
    template: accountNotice,
    input: { kind: "address-changed", about: "lin@yuanshan.example", url: "https://hall.example/reset" },
  },
  { template: invitation, input: { url: secretUrl, inviter: "林薇", role: "经理", days: 7 } },
  { template: confirmJoin, input: { url: secretUrl, role: "经理", hours: 24 } },
  {
    template: notice,
    input: {
      title: "周六采茶",
      paragraphs: ["早上六点半集合。\n穿防滑的鞋。", "午前下山。"],
      points: ["带水", "带帽子"],
      action: { label: "看看活动", url: "https://hall.example/c/yuanshan/events/1" },
    },
  },
  { template: smsCode, input: { code: secretCode, minutes: 10 } },
  { template: accountClosed, input: { url: secretUrl, date: "2026年3月16日" } },
];
