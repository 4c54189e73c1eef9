import type { Actor, Locale } from "@guildhall/core";
import { topicsFor } from "@guildhall/notify";
import { suiteNotices } from "@guildhall/suite";

/** The topics of which something may come to this actor, in words. */
export function topicsIn(locale: Locale, actor: Pick<Actor, "can">) {
  return topicsFor(actor, suiteNotices.topics).map(({ name, label, text }) => ({
    name,
    label: label({}, { locale }),
    text: text({}, { locale }),
  }));
}
