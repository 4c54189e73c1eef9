import { m } from "@guildhall/i18n/messages";
import { Button, SelectField, WithoutScript } from "@guildhall/ui";
import { Form, useSubmit } from "@remix-run/react";
import { useWords } from "../../shell/words.ts";
import type { HistoryData } from "./load-history.ts";
import { writerName } from "./writer-name.ts";

/** The list of one writer alone. */
export function WriterFilter({ data: { writers, by, key } }: { readonly data: HistoryData }) {
  const words = useWords();
  const submit = useSubmit();
  const { t } = words;
  if (writers.length < 2) return null;
  return (
    <Form method="get" className="flex flex-wrap items-end gap-s2">
      {key && <input type="hidden" name="key" value={key} />}
      <SelectField
        id="history-by"
        name="by"
        label={t(m.versions_by)}
        defaultValue={by ?? ""}
        options={[
          { value: "", label: t(m.versions_by_anybody) },
          ...writers.map((writer) => ({ value: String(writer.nth), label: writerName(writer, words) })),
        ]}
        onChange={(event) => submit(event.currentTarget.form, { preventScrollReset: true })}
      />
      <WithoutScript>
        <Button type="submit">{t(m.versions_show)}</Button>
      </WithoutScript>
    </Form>
  );
}
