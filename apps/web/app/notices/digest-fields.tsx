import { m } from "@guildhall/i18n/messages";
import type { NoticeSettings } from "@guildhall/notify/schemas";
import { FormFields, SegmentedField, SelectField } from "@guildhall/ui";
import { useWords } from "../shell/words.ts";
import { formatHour, formatWeekday } from "./clock-words.ts";
import type { Entered } from "./entered.ts";

interface DigestFieldsProps {
  readonly settings: Pick<NoticeSettings, "digest" | "digestHour" | "digestWeekday">;
  readonly every: Entered;
  readonly hour: Entered;
  readonly weekday: Entered;
}

/** How often a digest comes, and when. */
export function DigestFields({ settings, every, hour, weekday }: DigestFieldsProps) {
  const { t, locale } = useWords();
  return (
    <FormFields>
      <SegmentedField
        name={every.name}
        label={t(m.notices_digest_every)}
        options={[
          { value: "daily", label: t(m.notices_digest_daily) },
          { value: "weekly", label: t(m.notices_digest_weekly) },
          { value: "none", label: t(m.notices_digest_none) },
        ]}
        defaultValue={every.value ?? settings.digest}
        error={every.error}
      />
      <SelectField
        name={hour.name}
        label={t(m.notices_digest_hour)}
        options={hours.map((each) => ({ value: String(each), label: formatHour(each, locale) }))}
        defaultValue={hour.value ?? String(settings.digestHour)}
        error={hour.error}
      />
      <SelectField
        name={weekday.name}
        label={t(m.notices_digest_weekday)}
        description={t(m.notices_digest_weekday_text)}
        options={weekdays.map((each) => ({ value: String(each), label: formatWeekday(each, locale) }))}
        defaultValue={weekday.value ?? String(settings.digestWeekday)}
        error={weekday.error}
      />
    </FormFields>
  );
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const weekdays = [1, 2, 3, 4, 5, 6, 7];
