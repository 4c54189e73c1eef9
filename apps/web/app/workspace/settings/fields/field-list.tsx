import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { Field } from "@guildhall/people/schemas";
import { Button, Chip, Icon, TextLink } from "@guildhall/ui";
import { useSubmit } from "@remix-run/react";
import { type DragEvent, useState } from "react";
import { useWords } from "../../../shell/words.ts";
import { SmallForm } from "../../people/small-form.tsx";
import { typeWords } from "./field-words.ts";

interface ShownField extends Field {
  readonly use: { readonly count: number; readonly more: boolean };
}

/** Fields in their order. Rows are dragged, or moved by their buttons, which need neither mouse nor script. */
export function FieldList({ fields, base }: { readonly fields: readonly ShownField[]; readonly base: string }) {
  const { t } = useWords();
  const submit = useSubmit();
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const drop = (beforeId: string) => {
    setDragged(null);
    setOver(null);
    if (dragged && dragged !== beforeId)
      submit({ act: "move", fieldId: dragged, beforeId }, { method: "post", preventScrollReset: true });
  };
  return (
    <ol aria-label={t(m.fields_title)} className="grid border-t">
      {fields.map((field, at) => (
        // biome-ignore lint/a11y/noNoninteractiveElementInteractions: dragging is the second way; the buttons are the first
        <li
          key={field.id}
          draggable
          onDragStart={(event: DragEvent) => {
            event.dataTransfer.effectAllowed = "move";
            setDragged(field.id);
          }}
          onDragOver={(event: DragEvent) => {
            event.preventDefault();
            setOver(field.id);
          }}
          onDragEnd={() => {
            setDragged(null);
            setOver(null);
          }}
          onDrop={() => drop(field.id)}
          className={`flex flex-wrap items-center gap-x-s3 gap-y-s1 border-b py-s2 ${over === field.id && dragged !== field.id ? "bg-sunk" : ""} ${dragged === field.id ? "opacity-60" : ""}`}
        >
          <FieldLine field={field} href={`${base}/${field.id}`} />
          <Moves fields={fields} at={at} />
        </li>
      ))}
    </ol>
  );
}

function FieldLine({ field, href }: { readonly field: ShownField; readonly href: string }) {
  const { t, locale } = useWords();
  const { count, more } = field.use;
  const used = more
    ? t(m.fields_used_many, { count: formatNumber(count, locale) })
    : count > 0 && t(m.fields_used, { count, written: formatNumber(count, locale) });
  return (
    <>
      <span className="flex-none text-ink-3">
        <Icon name={typeWords[field.type].icon} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-s2">
          <TextLink href={href} alone>
            {field.name}
          </TextLink>
          {field.required && <Chip tone="ochre">{t(m.fields_required)}</Chip>}
          {field.settings.memberMay === "see" && <Chip>{t(m.fields_members_see)}</Chip>}
          {field.settings.memberMay === "correct" && <Chip>{t(m.fields_members_correct)}</Chip>}
        </span>
        <span className="block text-s text-ink-3">
          {t(typeWords[field.type].name)} · {used || t(m.fields_unused)}
        </span>
      </span>
    </>
  );
}

function Moves({ fields, at }: { readonly fields: readonly ShownField[]; readonly at: number }) {
  const { t } = useWords();
  const field = fields[at];
  if (!field) return null;
  return (
    <span className="flex flex-none items-center gap-s1">
      <SmallForm act="move" values={{ fieldId: field.id, beforeId: fields[at - 1]?.id ?? "" }}>
        <Button
          type="submit"
          size="s"
          look="quiet"
          icon="chevron-up"
          disabled={at === 0}
          label={t(m.fields_move_up, { name: field.name })}
        />
      </SmallForm>
      <SmallForm act="move" values={{ fieldId: field.id, beforeId: fields[at + 2]?.id ?? "" }}>
        <Button
          type="submit"
          size="s"
          look="quiet"
          icon="chevron-down"
          disabled={at === fields.length - 1}
          label={t(m.fields_move_down, { name: field.name })}
        />
      </SmallForm>
      <SmallForm act="archive" values={{ fieldId: field.id }}>
        <Button type="submit" size="s" look="quiet" label={t(m.fields_archive_named, { name: field.name })}>
          {t(m.fields_archive)}
        </Button>
      </SmallForm>
    </span>
  );
}
