import { m } from "@guildhall/i18n/messages";
import { Button, TextField } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { nameForm, renameForm } from "./history-inputs.ts";
import type { HistoryData } from "./load-history.ts";

interface RestoreFormProps {
  readonly seq: number;
  /** What whoever restores has seen: what was written after that stays. */
  readonly base: number;
  readonly size?: "s" | "m";
  readonly primary?: boolean;
  readonly children: ReactNode;
}

/** Makes the document into what it was, as one more change. */
export function RestoreForm({ seq, base, size = "m", primary = false, children }: RestoreFormProps) {
  return (
    <Form method="post" className="contents">
      <input type="hidden" name="act" value="restore" />
      <input type="hidden" name="seq" value={seq} />
      <input type="hidden" name="base" value={base} />
      <Button type="submit" icon="undo" size={size} {...(primary && { look: "primary" as const })}>
        {children}
      </Button>
    </Form>
  );
}

/** Gives the moment a name; or another one, where it has one. */
export function NameMoment({ moment: { seq }, version }: Pick<HistoryData, "moment" | "version">) {
  return version ? <Renaming key={version.id} seq={seq} version={version} /> : <Naming key={seq} seq={seq} />;
}

function Naming({ seq }: { readonly seq: number }) {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(nameForm, { act: "name" });
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} preventScrollReset>
      <input type="hidden" name="act" value="name" />
      <input type="hidden" name="seq" value={seq} />
      <div className="flex flex-wrap items-end gap-s2">
        <div className="min-w-0 flex-1">
          <TextField
            name={fields.name.name}
            label={t(m.versions_name)}
            placeholder={t(m.versions_name_example)}
            maxLength={120}
            required
            defaultValue={fields.name.initialValue}
            error={[...errorsOf(fields.name), ...summary.formErrors]}
          />
        </div>
        <Button type="submit" pending={pending}>
          {t(m.versions_keep_name)}
        </Button>
      </div>
    </Form>
  );
}

function Renaming({ seq, version }: { readonly seq: number; readonly version: NonNullable<HistoryData["version"]> }) {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(renameForm, { act: "rename" });
  return (
    <div className="flex flex-wrap items-end gap-s2">
      <Form
        method="post"
        id={form.id}
        onSubmit={form.onSubmit}
        noValidate={form.noValidate}
        preventScrollReset
        className="flex min-w-0 flex-1 flex-wrap items-end gap-s2"
      >
        <input type="hidden" name="act" value="rename" />
        <input type="hidden" name="seq" value={seq} />
        <input type="hidden" name="versionId" value={version.id} />
        <div className="min-w-0 flex-1">
          <TextField
            name={fields.name.name}
            label={t(m.versions_name)}
            maxLength={120}
            required
            defaultValue={fields.name.initialValue ?? version.name}
            error={[...errorsOf(fields.name), ...summary.formErrors]}
          />
        </div>
        <Button type="submit" pending={pending}>
          {t(m.versions_rename)}
        </Button>
      </Form>
      {version.mayRemove && (
        <Form method="post" preventScrollReset className="contents">
          <input type="hidden" name="act" value="unname" />
          <input type="hidden" name="seq" value={seq} />
          <input type="hidden" name="versionId" value={version.id} />
          <Button type="submit" look="quiet">
            {t(m.versions_unname)}
          </Button>
        </Form>
      )}
    </div>
  );
}
