export { bounceReportSchema } from "./bounces/bounce-report.ts";
export { bounceSource } from "./bounces/bounce-source.ts";
export { verifyHookSignature } from "./bounces/hook-signature.ts";
export { hasConsent, listConsents } from "./consents/consent.queries.ts";
export type { Consent, SetConsentInput } from "./consents/consent.ts";
export { setConsent } from "./consents/set-consent.ts";
export { mailTasks } from "./mail-tasks.ts";
export { eraseMessages, eraseMessagesTo } from "./messages/erase-messages.ts";
export { type MessageToQueue, queueMessage, queuePlatformMessage } from "./messages/queue-message.ts";
export { requeueMessages } from "./messages/requeue-messages.ts";
export { type DevMessage, type DevMessageWithBody, getDevMessage, listDevMessages } from "./outbox/dev-messages.ts";
export type { PostOfficeOptions } from "./post-office.ts";
export { addSuppression } from "./suppressions/add-suppression.ts";
export { forgetAddress } from "./suppressions/forget-address.ts";
export { removeSuppression } from "./suppressions/remove-suppression.ts";
export { isSuppressed, listSuppressions, suppressedAmong } from "./suppressions/suppression.queries.ts";
export type { AddSuppressionInput, Suppression } from "./suppressions/suppression.ts";
export { accountClosed } from "./templates/account-closed.ts";
export { type AccountNoticeKind, accountNotice } from "./templates/account-notice.ts";
export { type Block, button, code, divider, heading, link, list, paragraph, small } from "./templates/block.ts";
export { changeEmail } from "./templates/change-email.ts";
export { confirmJoin } from "./templates/confirm-join.ts";
export type { House } from "./templates/house.ts";
export { invitation } from "./templates/invitation.ts";
export { notice } from "./templates/notice.ts";
export type { Occasion } from "./templates/occasion.ts";
export { resetPassword } from "./templates/reset-password.ts";
export { blankCode, blankLink } from "./templates/secrets.ts";
export { signInLink } from "./templates/sign-in-link.ts";
export { signUpMail } from "./templates/sign-up-mail.ts";
export { smsCode } from "./templates/sms-code.ts";
export {
  type AnyTemplate,
  defineSmsTemplate,
  defineTemplate,
  type Rendered,
  type Template,
} from "./templates/template.ts";
export { verifyEmail } from "./templates/verify-email.ts";
export { readUnsubscribeOffer, type UnsubscribeOffer, unsubscribe } from "./unsubscribing/unsubscribe.ts";
export {
  makeUnsubscribeToken,
  readUnsubscribeToken,
  type Unsubscription,
  unsubscribeUrl,
} from "./unsubscribing/unsubscribe-token.ts";
