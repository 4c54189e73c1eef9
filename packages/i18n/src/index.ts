export {
  dateTimeFormat,
  formatBytes,
  formatDate,
  formatDateTime,
  formatList,
  formatMoney,
  formatNumber,
  formatRelative,
} from "./format.ts";
export { isLocale, type Message, negotiateLocale } from "./locale.ts";
