import type { Locale } from "@guildhall/core";
import { suiteNotices } from "@guildhall/suite";

/** The topics that notices belong to, in words. */
export function topicsIn(locale: Locale) {
  return suiteNotices.topics.map(({ name, label, text }) => ({
    name,
    label: label({}, { locale }),
    text: text({}, { locale }),
  }));
}
