import { m } from "@guildhall/i18n/messages";
import { type ConsentPurpose, consentPurposes } from "@guildhall/mail/schemas";
import type { RecordIdentity } from "@guildhall/people/schemas";
import { Button, Chip, Menu, MenuItem, WithoutScript, WithScript } from "@guildhall/ui";
import { Form, useSubmit } from "@remix-run/react";
import { useWords } from "../../shell/words.ts";
import { purposeWords } from "./purpose-words.ts";

interface ConsentMarksProps {
  readonly identity: RecordIdentity;
  readonly mayEdit: boolean;
}

/** What may be sent to an address, a purpose each; staff note it down when somebody says so. */
export function ConsentMarks({ identity, mayEdit }: ConsentMarksProps) {
  const { t } = useWords();
  const given = new Set(identity.consents.filter(({ granted }) => granted).map(({ purpose }) => purpose));
  return (
    <span className="flex flex-wrap items-center gap-s2 text-ink-3">
      {given.size === 0 ? t(m.record_agreed_none) : t(m.record_agreed)}
      {consentPurposes
        .filter((purpose) => given.has(purpose))
        .map((purpose) => (
          <Chip key={purpose} tone="jade">
            {t(purposeWords[purpose])}
          </Chip>
        ))}
      {mayEdit && (
        <>
          <WithScript>
            <ConsentMenu identity={identity} given={given} />
          </WithScript>
          <WithoutScript>
            <ConsentForms identity={identity} given={given} />
          </WithoutScript>
        </>
      )}
    </span>
  );
}

interface ConsentChoiceProps {
  readonly identity: RecordIdentity;
  readonly given: ReadonlySet<ConsentPurpose>;
}

function ConsentMenu({ identity, given }: ConsentChoiceProps) {
  const { t } = useWords();
  const submit = useSubmit();
  const say = (purpose: ConsentPurpose) =>
    submit(
      { act: "consent", identityId: identity.id, purpose, granted: given.has(purpose) ? "no" : "yes" },
      { method: "post", preventScrollReset: true },
    );
  return (
    <Menu
      label={t(m.record_consents)}
      button={<Button look="quiet" size="s" icon="edit" label={`${t(m.record_consents)}: ${identity.value}`} />}
    >
      {consentPurposes.map((purpose) => (
        <MenuItem key={purpose} onAction={() => say(purpose)}>
          {sayingOf(purpose)}
        </MenuItem>
      ))}
    </Menu>
  );

  function sayingOf(purpose: ConsentPurpose): string {
    const word = { purpose: t(purposeWords[purpose]) };
    return given.has(purpose) ? t(m.record_consent_take, word) : t(m.record_consent_give, word);
  }
}

/** Without script: a button for each. */
function ConsentForms({ identity, given }: ConsentChoiceProps) {
  const { t } = useWords();
  return consentPurposes.map((purpose) => {
    const word = { purpose: t(purposeWords[purpose]) };
    return (
      <Form key={purpose} method="post" className="contents">
        <input type="hidden" name="act" value="consent" />
        <input type="hidden" name="identityId" value={identity.id} />
        <input type="hidden" name="purpose" value={purpose} />
        <Button type="submit" look="quiet" size="s" name="granted" value={given.has(purpose) ? "no" : "yes"}>
          {given.has(purpose) ? t(m.record_consent_take, word) : t(m.record_consent_give, word)}
        </Button>
      </Form>
    );
  });
}
