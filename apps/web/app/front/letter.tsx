import { m } from "@guildhall/i18n/messages";
import { Avatar, Stamp, Timeline, TimelineItem, Title } from "@guildhall/ui";
import { useWords } from "../shell/words.ts";

/** What a hall is about, shown: somebody's record, which reads like a letter about them. */
export function Letter() {
  const { t } = useWords();
  const name = t(m.shell_front_letter_name);
  const story = [
    ["calendar", m.shell_front_letter_1, m.shell_front_letter_1_when],
    ["talk", m.shell_front_letter_2, m.shell_front_letter_2_when],
    ["document", m.shell_front_letter_3, m.shell_front_letter_3_when],
    ["heart", m.shell_front_letter_4, m.shell_front_letter_4_when],
  ] as const;
  return (
    <figure className="relative m-0 grid gap-s4 rounded-r3 border bg-surface p-s5">
      <span className="absolute -top-s4 right-s5">
        <Stamp name="远山户外" accent={null} size="l" turned />
      </span>
      <figcaption className="sr-only">{t(m.shell_front_letter_label)}</figcaption>
      <div className="flex items-start gap-s4">
        <Avatar id="letter" name={name} size="l" />
        <div className="min-w-0">
          <Title level={2}>{name}</Title>
          <p className="mt-s1 text-ink-2">{t(m.shell_front_letter_who)}</p>
        </div>
      </div>
      <div className="border-t pt-s4">
        <Timeline label={t(m.shell_front_letter_label)}>
          {story.map(([icon, what, when], at) => (
            <TimelineItem key={icon} icon={icon} time={t(when)} marked={at === story.length - 1}>
              {t(what)}
            </TimelineItem>
          ))}
        </Timeline>
      </div>
    </figure>
  );
}
