import { m } from "@guildhall/i18n/messages";
import { type NoticeSettings, timeOf } from "@guildhall/notify/schemas";
import { FormFields, Row, SwitchField, TextField } from "@guildhall/ui";
import { useWords } from "../shell/words.ts";
import type { Entered } from "./entered.ts";

interface QuietFieldsProps {
  readonly quiet: NoticeSettings["quiet"];
  readonly on: Entered;
  readonly from: Entered;
  readonly to: Entered;
}

/** From when to when mail waits. */
export function QuietFields({ quiet, on, from, to }: QuietFieldsProps) {
  const { t } = useWords();
  return (
    <FormFields>
      <SwitchField name={on.name} label={t(m.notices_quiet_on)} defaultChecked={quiet !== null} />
      <Row gap={4} align="start">
        <TextField
          type="time"
          name={from.name}
          label={t(m.notices_quiet_from)}
          required
          defaultValue={from.value ?? timeOf(quiet?.from ?? 22 * 60)}
          error={from.error}
        />
        <TextField
          type="time"
          name={to.name}
          label={t(m.notices_quiet_to)}
          required
          defaultValue={to.value ?? timeOf(quiet?.to ?? 7 * 60)}
          error={to.error}
        />
      </Row>
    </FormFields>
  );
}
