import { m } from "@guildhall/i18n/messages";
import type { NoticeChoices } from "@guildhall/notify/schemas";
import { SegmentedField, SwitchField } from "@guildhall/ui";
import { useWords } from "../shell/words.ts";

export interface TopicShown {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

interface TopicChoicesProps {
  readonly topics: readonly TopicShown[];
  readonly chosen: NoticeChoices["topics"];
}

/** Each topic with its switches: at the bell, by mail. */
export function TopicChoices({ topics, chosen }: TopicChoicesProps) {
  const { t } = useWords();
  const ways = [
    { value: "now", label: t(m.notices_mail_now) },
    { value: "digest", label: t(m.notices_mail_digest) },
    { value: "off", label: t(m.notices_mail_off) },
  ];
  return (
    <ul>
      {topics.map(({ name, label, text }) => (
        <li
          key={name}
          className="grid gap-x-s5 gap-y-s3 border-b py-s4 first:pt-0 last:border-b-0 last:pb-0 sm:grid-cols-[minmax(0,1fr)_minmax(0,var(--width-menu))]"
        >
          <div className="min-w-0">
            <h3 className="font-semibold">{label}</h3>
            <p className="text-s text-ink-2">{text}</p>
          </div>
          <div className="grid content-start gap-s2 text-s">
            <SwitchField
              name={`topics.${name}.inApp`}
              label={t(m.notices_in_hall)}
              aria-label={t(m.notices_in_hall_of, { topic: label })}
              defaultChecked={chosen[name]?.inApp ?? true}
            />
            <SegmentedField
              name={`topics.${name}.mail`}
              label={t(m.notices_by_mail)}
              options={ways}
              defaultValue={chosen[name]?.mail}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
