import { m } from "@guildhall/i18n/messages";
import { type Relationship, type RelationshipKind, relationshipKinds } from "@guildhall/people/schemas";
import { Avatar, Button, Chip, SelectField, TextLink } from "@guildhall/ui";
import { type Choice, ComboboxField } from "@guildhall/ui/choice";
import { Form } from "@remix-run/react";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { useFieldPlace } from "../fields/use-field-place.ts";
import { PlainFind } from "../find/plain-find.tsx";
import { pictureAt } from "../picture-address.ts";
import { useHall } from "../use-hall.ts";
import { tieForm } from "./person-forms.ts";
import { SmallForm } from "./small-form.tsx";

const words = {
  follows: { to: m.record_tie_follows_to, from: m.record_tie_follows_from },
  refers: { to: m.record_tie_refers_to, from: m.record_tie_refers_from },
  knows: { to: m.record_tie_knows_to, from: m.record_tie_knows_from },
  "reports-to": { to: m.record_tie_reports_to, from: m.record_tie_reports_from },
  "partner-of": { to: m.record_tie_partner_to, from: m.record_tie_partner_from },
} as const satisfies Record<RelationshipKind, object>;

interface PersonTiesProps {
  readonly ties: readonly Relationship[];
  readonly mayEdit: boolean;
  /** Offered without script. */
  readonly others: readonly Choice[];
}

/** Whom somebody is tied to and who is tied to them, kind by kind, with their faces. */
export function PersonTies({ ties, mayEdit, others }: PersonTiesProps) {
  const { t } = useWords();
  const groups = relationshipKinds.flatMap((kind) =>
    (["from", "to"] as const).map((side) => ({
      kind,
      side,
      label: t(words[kind][side]),
      ties: ties.filter((tie) => tie.kind === kind && (tie.direction === "mutual" ? "to" : tie.direction) === side),
    })),
  );
  return (
    <div className="grid gap-s3">
      {ties.length === 0 && <p className="text-s text-ink-2">{t(m.record_ties_none)}</p>}
      {groups
        .filter((group) => group.ties.length > 0)
        .map(({ kind, side, label, ties: of }) => (
          <div key={`${kind}-${side}`} className="grid gap-s1">
            <h3 className="text-xs text-ink-3">{label}</h3>
            <ul className="grid gap-s1">
              {of.map((tie) => (
                <Tie key={tie.person.id} tie={tie} side={side} mayEdit={mayEdit} />
              ))}
            </ul>
          </div>
        ))}
      {mayEdit && (
        <details key={ties.length} className="text-s">
          <summary className="cursor-pointer py-s1 text-ink-2 hover:text-ink">{t(m.record_tie_add)}</summary>
          <PlainFind label={t(m.record_find_person)} />
          <TieAdder others={others} />
        </details>
      )}
    </div>
  );
}

function Tie({
  tie: { kind, direction, person },
  side,
  mayEdit,
}: {
  readonly tie: Relationship;
  readonly side: "to" | "from";
  readonly mayEdit: boolean;
}) {
  const { t } = useWords();
  const { slug } = useHall();
  return (
    <li className="flex items-center justify-between gap-s2">
      <span className="flex min-w-0 items-center gap-s2">
        <Avatar id={person.id} name={person.fullName} image={pictureAt(slug, person.avatarFileId)} />
        <TextLink href={`/w/${slug}/people/${person.id}`}>{person.fullName}</TextLink>
        {direction === "mutual" && <Chip>{t(m.record_mutual)}</Chip>}
      </span>
      {mayEdit && (
        <SmallForm act="untie" values={{ kind, otherId: person.id, direction: side }}>
          <Button
            type="submit"
            look="quiet"
            size="s"
            icon="remove"
            label={t(m.record_tie_remove, { name: person.fullName })}
          />
        </SmallForm>
      )}
    </li>
  );
}

function TieAdder({ others }: { readonly others: readonly Choice[] }) {
  const { t } = useWords();
  const place = useFieldPlace();
  const { form, fields, errorsOf, pending } = useSchemaForm(tieForm, { act: "tie" });
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} preventScrollReset>
      <input type="hidden" name="act" value="tie" />
      <div className="grid gap-s3 py-s2">
        <SelectField
          id="tie-kind"
          name={fields.kind.name}
          label={t(m.record_tie_kind)}
          defaultValue={fields.kind.initialValue ?? "knows"}
          options={relationshipKinds.map((kind) => ({ value: kind, label: t(words[kind].to) }))}
          error={errorsOf(fields.kind)}
        />
        <ComboboxField
          name={fields.otherId.name}
          label={t(m.record_tie_who)}
          options={others}
          load={(query, signal) => place.find("person", query, signal)}
          defaultValue={fields.otherId.initialValue}
          required
          error={errorsOf(fields.otherId)}
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
