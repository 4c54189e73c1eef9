export { type Actor, systemActor, visitor } from "./actor.ts";
export { type Clock, clockAt, systemClock } from "./clock.ts";
export { type Decimal, groupDecimal, readDecimal, writeDecimal } from "./decimal.ts";
export {
  AppError,
  conflict,
  type ErrorKind,
  type ErrorParams,
  forbidden,
  httpStatus,
  invalid,
  limited,
  notFound,
  tooLarge,
  unauthenticated,
  unavailable,
} from "./error.ts";
export { type Id, idSchema, isUuid, newId } from "./id.ts";
export { defaultLocale, type InEachLocale, type Locale, locales } from "./locale.ts";
export { localeSchema } from "./locale-schema.ts";
export { minorDigits } from "./minor-digits.ts";
export {
  addMoney,
  allocateMoney,
  currencySchema,
  type Money,
  money,
  moneySchema,
  negateMoney,
} from "./money.ts";
export { readMinorUnits, writeMinorUnits } from "./money-text.ts";
export { maxPageSize, type Page, type PageOf, pageSchema } from "./page.ts";
export { policy } from "./policy.ts";
export {
  isSafeHref,
  type MentionAttrs,
  type MentionKind,
  mentionKinds,
  plainFromRichText,
  type RichBlock,
  type RichInline,
  type RichMark,
  type RichText,
  readRichText,
  richTextFromPlain,
} from "./rich-text.ts";
export { linkMentions, type Mentionable, mentionsIn, relabelled, withMentionsOf } from "./rich-text-mentions.ts";
export { richTextSchema } from "./rich-text-schema.ts";
export { lineSchema, textSchema } from "./text.ts";
