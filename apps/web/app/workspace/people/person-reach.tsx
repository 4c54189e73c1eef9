import { m } from "@guildhall/i18n/messages";
import { identityKinds, type RecordIdentity } from "@guildhall/people/schemas";
import { Button, ButtonLink, Chip, SelectField, TextField, toast, WithScript } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { ConsentMarks } from "./person-consents.tsx";
import { reachForm } from "./person-forms.ts";
import { SmallForm } from "./small-form.tsx";

const kindWords = {
  email: m.record_kind_email,
  phone: m.record_kind_phone,
  handle: m.record_kind_handle,
  external: m.record_kind_external,
} as const;

interface PersonReachProps {
  readonly identities: readonly RecordIdentity[];
  readonly mayEdit: boolean;
}

/** Every way to reach somebody, to copy, to write to, and what may be sent there. */
export function PersonReach({ identities, mayEdit }: PersonReachProps) {
  const { t } = useWords();
  return (
    <div className="grid gap-s3">
      {identities.length === 0 && <p className="text-s text-ink-2">{t(m.record_reach_none)}</p>}
      <ul className="grid">
        {identities.map((identity) => (
          <li key={identity.id} className="grid gap-s1 border-t py-s2 first:border-t-0">
            <Identity identity={identity} alone={isAlone(identity, identities)} mayEdit={mayEdit} />
          </li>
        ))}
      </ul>
      {mayEdit && (
        <details key={identities.length} className="text-s">
          <summary className="cursor-pointer py-s1 text-ink-2 hover:text-ink">{t(m.record_add_reach)}</summary>
          <ReachAdder />
        </details>
      )}
    </div>
  );
}

function isAlone({ kind }: RecordIdentity, all: readonly RecordIdentity[]): boolean {
  return all.filter((each) => each.kind === kind).length === 1;
}

interface IdentityProps {
  readonly identity: RecordIdentity;
  readonly alone: boolean;
  readonly mayEdit: boolean;
}

function Identity({ identity, alone, mayEdit }: IdentityProps) {
  const { t } = useWords();
  const { id, kind, provider, value, verifiedAt, preferred, suppressed } = identity;
  const reachable = kind === "email" || kind === "phone";
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-s3">
        <span className="min-w-0 grow">
          <span className="block text-xs text-ink-3">{provider || t(kindWords[kind])}</span>
          <span className="block break-words">{value}</span>
        </span>
        <span className="flex items-center">
          <CopyButton value={value} />
          {reachable && (
            <ButtonLink
              look="quiet"
              size="s"
              href={`${kind === "email" ? "mailto" : "tel"}:${value}`}
              icon={kind === "email" ? "mail" : "phone"}
              label={t(kind === "email" ? m.record_write : m.record_call, { value })}
            />
          )}
          {mayEdit && (
            <SmallForm act="unreach" values={{ identityId: id }}>
              <Button type="submit" look="quiet" size="s" icon="remove" label={t(m.record_remove, { value })} />
            </SmallForm>
          )}
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-s2 text-xs">
        {verifiedAt && <Chip tone="jade">{t(m.record_proven)}</Chip>}
        {suppressed && <Chip tone="ochre">{t(m.record_silent)}</Chip>}
        {preferred && !alone && <Chip>{t(m.record_preferred)}</Chip>}
        {!preferred && !alone && reachable && mayEdit && (
          <SmallForm act="prefer" values={{ identityId: id }}>
            <Button type="submit" look="quiet" size="s">
              {t(m.record_prefer)}
            </Button>
          </SmallForm>
        )}
        {reachable && <ConsentMarks identity={identity} mayEdit={mayEdit} />}
      </div>
    </>
  );
}

function CopyButton({ value }: { readonly value: string }) {
  const { t } = useWords();
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    toast({ text: t(m.record_copied), tone: "done" });
  };
  return (
    <WithScript>
      <Button look="quiet" size="s" icon="copy" label={t(m.record_copy, { value })} onPress={() => void copy()} />
    </WithScript>
  );
}

function ReachAdder() {
  const { t } = useWords();
  const { form, fields, errorsOf, pending } = useSchemaForm(reachForm, { act: "reach" });
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} preventScrollReset>
      <input type="hidden" name="act" value="reach" />
      <div className="grid gap-s3 py-s2">
        <SelectField
          name={fields.kind.name}
          label={t(m.record_kind)}
          defaultValue={fields.kind.initialValue ?? "email"}
          options={identityKinds.map((kind) => ({ value: kind, label: t(kindWords[kind]) }))}
          error={errorsOf(fields.kind)}
        />
        <TextField
          name={fields.value.name}
          label={t(m.record_value)}
          autoComplete="off"
          maxLength={320}
          required
          defaultValue={fields.value.initialValue}
          error={errorsOf(fields.value)}
        />
        <TextField
          name={fields.provider.name}
          label={t(m.record_provider)}
          description={t(m.record_provider_hint)}
          optionalLabel={t(m.shell_optional)}
          autoComplete="off"
          maxLength={40}
          defaultValue={fields.provider.initialValue}
          error={errorsOf(fields.provider)}
        />
        <div>
          <Button type="submit" pending={pending}>
            {t(m.record_add)}
          </Button>
        </div>
      </div>
    </Form>
  );
}
