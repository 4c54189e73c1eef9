import { documentIconInput } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button, Slip, TextField, WithoutScript, WithScript } from "@guildhall/ui";
import { Form, useSubmit } from "@remix-run/react";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";

interface DocumentSignProps {
  readonly icon: string | null;
  readonly mayEdit: boolean;
}

/** The sign that a document is known by in lists, large above its title; whoever writes here chooses it. */
export function DocumentSign({ icon, mayEdit }: DocumentSignProps) {
  const { t } = useWords();
  if (!mayEdit) return icon && <p className="document-sign">{icon}</p>;
  return (
    <div className="document-sign-line print:hidden">
      <WithScript>
        <Slip
          label={t(m.docs_sign_choose)}
          button={
            icon ? (
              <Button look="quiet" label={t(m.docs_sign_choose)}>
                <span className="document-sign-face">{icon}</span>
              </Button>
            ) : (
              <Button look="quiet" size="s" icon="plus">
                {t(m.docs_sign_add)}
              </Button>
            )
          }
        >
          {(close) => <ChooseSign icon={icon} onDone={close} />}
        </Slip>
      </WithScript>
      <WithoutScript>
        <OwnSign icon={icon} />
      </WithoutScript>
    </div>
  );
}

/** What plans, minutes and handbooks of a hall are about. */
const signs = [..."📝📋📌📅🕒⏰✅🎯📣💡🔧📦🚚🎪🎉🎁⛺🗻🌲🌸🍵🍜🍰🎵📷🎬📚🌏🧭💰🧾🤝👥🏠🔒❓⭐🔥🌱☔"];

function ChooseSign({ icon, onDone }: { readonly icon: string | null; readonly onDone: () => void }) {
  const { t } = useWords();
  const submit = useSubmit();
  const choose = (sign: string) => {
    submit({ act: "icon", icon: sign }, { method: "post", preventScrollReset: true });
    onDone();
  };
  return (
    <div className="grid gap-s3">
      <div className="grid grid-cols-8 gap-s1">
        {signs.map((sign) => (
          <Button key={sign} look="quiet" label={sign} onPress={() => choose(sign)}>
            {sign}
          </Button>
        ))}
      </div>
      <OwnSign icon={icon} />
      {icon && (
        <Button look="quiet" size="s" icon="close" onPress={() => choose("")}>
          {t(m.docs_sign_take)}
        </Button>
      )}
    </div>
  );
}

const iconForm = documentIconInput.omit({ documentId: true });

function OwnSign({ icon }: { readonly icon: string | null }) {
  const { t } = useWords();
  const { form, fields, errorsOf } = useSchemaForm(iconForm, { act: "icon", startsAs: { icon: icon ?? "" } });
  return (
    <Form
      method="post"
      id={form.id}
      onSubmit={form.onSubmit}
      noValidate={form.noValidate}
      preventScrollReset
      className="flex flex-wrap items-end gap-s2"
    >
      <input type="hidden" name="act" value="icon" />
      <TextField
        name={fields.icon.name}
        label={t(m.docs_sign_own)}
        description={t(m.docs_sign_own_hint)}
        maxLength={16}
        autoComplete="off"
        defaultValue={fields.icon.initialValue}
        error={errorsOf(fields.icon)}
      />
      <Button type="submit">{t(m.docs_sign_set)}</Button>
    </Form>
  );
}
