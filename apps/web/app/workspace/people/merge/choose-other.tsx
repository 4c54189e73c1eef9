import { m } from "@guildhall/i18n/messages";
import { Avatar, Button, FormActions, FormFields, Section, TextLink } from "@guildhall/ui";
import { ComboboxField } from "@guildhall/ui/choice";
import { Form } from "@remix-run/react";
import { useSchemaForm } from "../../../shell/use-schema-form.ts";
import { useWords } from "../../../shell/words.ts";
import { useFieldPlace } from "../../fields/use-field-place.ts";
import { pictureAt } from "../../picture-address.ts";
import { useHall } from "../../use-hall.ts";
import { withForm } from "./merge-form.ts";

interface Found {
  readonly id: string;
  readonly fullName: string;
  readonly email: string | null;
  readonly avatarFileId: string | null;
}

interface ChooseOtherProps {
  /** Offered without script. */
  readonly others: readonly Found[];
  /** Those whose name begins the same. */
  readonly alike: readonly Found[];
}

/** Finds the other record; what is chosen is in the address. */
export function ChooseOther({ others, alike }: ChooseOtherProps) {
  const { t } = useWords();
  const place = useFieldPlace();
  const { fields, errorsOf } = useSchemaForm(withForm);
  return (
    <>
      {alike.length > 0 && (
        <Section title={t(m.merge_alike)}>
          <ul className="grid">
            {alike.map((person) => (
              <Alike key={person.id} person={person} />
            ))}
          </ul>
        </Section>
      )}
      <Form method="get">
        <FormFields>
          <ComboboxField
            name="with"
            label={t(m.merge_who)}
            description={t(m.merge_who_hint)}
            options={others.map(({ id, fullName, email }) => ({
              value: id,
              label: fullName,
              ...(email && { hint: email }),
            }))}
            load={(query, signal) => place.find("person", query, signal)}
            required
            error={errorsOf(fields.with)}
          />
          <FormActions>
            <Button type="submit" look="primary">
              {t(m.merge_compare)}
            </Button>
          </FormActions>
        </FormFields>
      </Form>
    </>
  );
}

function Alike({ person: { id, fullName, email, avatarFileId } }: { readonly person: Found }) {
  const { t } = useWords();
  const { slug } = useHall();
  return (
    <li className="flex items-center gap-s3 border-b py-s2">
      <Avatar id={id} name={fullName} image={pictureAt(slug, avatarFileId)} />
      <span className="grid min-w-0 flex-1">
        <TextLink href={`?with=${id}`}>{t(m.merge_alike_compare, { name: fullName })}</TextLink>
        {email && <span className="truncate text-s text-ink-2">{email}</span>}
      </span>
    </li>
  );
}
