import { dateTimeFormat } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { Button, SelectField, WithoutScript } from "@guildhall/ui";
import { Form, useSubmit } from "@remix-run/react";
import { useWords } from "../../shell/words.ts";
import type { HistoryData } from "./load-history.ts";
import { writerName } from "./writer-name.ts";

interface CompareFormProps {
  readonly data: HistoryData;
  readonly zone: string;
}

/** What the moment is compared with: how it was before, now, a named moment, or any on this page of the list. */
export function CompareForm({ data, zone }: CompareFormProps) {
  const words = useWords();
  const submit = useSubmit();
  const { t, locale } = words;
  const { moment, since, head, key, by, versions, lines, writers } = data;
  const written = dateTimeFormat(locale, {
    timeZone: zone,
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  });
  const named = versions.map(({ seq, name }) => ({ value: String(seq), label: name }));
  const sessions = lines.rows
    .filter(({ is }) => is === "session")
    .map(({ seq, at, writer }) => ({
      value: String(seq),
      label: `${written.format(at)} · ${writerName(
        writers.find(({ nth }) => nth === writer),
        words,
      )}`,
    }));
  const listed = new Set([...named, ...sessions].map(({ value }) => value));
  const others = [
    ...(listed.has(String(since)) ? [] : [{ value: String(since), label: t(m.versions_before_it) }]),
    ...(listed.has(String(head)) ? [] : [{ value: String(head), label: t(m.versions_now) }]),
  ];
  return (
    <Form method="get" className="flex flex-wrap items-end gap-s2">
      <input type="hidden" name="at" value={moment.seq} />
      <input type="hidden" name="look" value="changes" />
      {key && <input type="hidden" name="key" value={key} />}
      {by !== null && <input type="hidden" name="by" value={by} />}
      <SelectField
        key={`${moment.seq} ${since}`}
        id="history-since"
        name="since"
        label={t(m.versions_compare_with)}
        defaultValue={String(since)}
        options={others}
        groups={[
          ...(named.length > 0 ? [{ label: t(m.versions_names), options: named }] : []),
          ...(sessions.length > 0 ? [{ label: t(m.versions_moments), options: sessions }] : []),
        ]}
        onChange={(event) => submit(event.currentTarget.form, { preventScrollReset: true })}
      />
      <WithoutScript>
        <Button type="submit">{t(m.versions_show)}</Button>
      </WithoutScript>
    </Form>
  );
}
