import type { Grant, Grantee } from "@guildhall/docs/schemas";
import { documentRoles, lastDay } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { Avatar, Button, Chip, CopyField, Icon, SelectField, TextField, Time } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "../../shell/words.ts";
import { roleAudienceName } from "../../workspace/audiences/role-audience-name.ts";
import { roleWords } from "./role-words.ts";

interface GrantRowProps {
  readonly grant: Grant;
  readonly zone: string;
  /** Whether it stands here and the reader manages it. */
  readonly mayChange: boolean;
  /** Where a link leads, with this key. */
  readonly linkTo: (key: string) => string;
}

/** One who may, what they may, from where they have it, and until when. */
export function GrantRow({ grant, zone, mayChange, linkTo }: GrantRowProps) {
  const { t, locale } = useWords();
  const { id, grantee, role, expiresAt, from } = grant;
  return (
    <li className="grid gap-s2 px-s3 py-s3">
      <div className="flex flex-wrap items-center gap-x-s3 gap-y-s2">
        <span className="flex min-w-0 flex-1 items-center gap-s3">
          <GranteeMark grantee={grantee} />
          <span className="min-w-0">
            <span className="block truncate">
              <GranteeName grantee={grantee} />
            </span>
            <span className="block text-xs text-ink-3">
              <GrantOrigin from={from} />
            </span>
          </span>
        </span>
        {!mayChange && <Chip>{t(roleWords[role])}</Chip>}
        {!mayChange && expiresAt && (
          <span className="text-s text-ink-2">
            {t(m.docs_until)} <Time value={new Date(expiresAt.getTime() - 1)} locale={locale} zone={zone} />
          </span>
        )}
      </div>
      {grantee.kind === "link" && grantee.key && (
        <CopyField label={t(m.docs_link_address)} value={linkTo(grantee.key)} exact />
      )}
      {mayChange && (
        <div className="flex flex-wrap items-end gap-s2">
          <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-s2">
            <input type="hidden" name="act" value="change" />
            <input type="hidden" name="grantId" value={id} />
            <SelectField
              id={`role-${id}`}
              name="role"
              label={t(m.docs_may)}
              options={documentRoles
                .filter((each) => grantee.kind !== "link" || each !== "manage")
                .map((value) => ({ value, label: t(roleWords[value]) }))}
              defaultValue={role}
            />
            <TextField
              id={`until-${id}`}
              name="until"
              type="date"
              label={t(m.docs_until_day)}
              optionalLabel={t(m.shell_optional)}
              defaultValue={expiresAt ? lastDay(expiresAt, zone) : ""}
            />
            <Button type="submit">{t(m.docs_keep)}</Button>
          </Form>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="act" value="revoke" />
            <input type="hidden" name="grantId" value={id} />
            <Button type="submit" look="quiet">
              {t(m.docs_revoke)}
            </Button>
          </Form>
        </div>
      )}
    </li>
  );
}

function GranteeMark({ grantee }: { readonly grantee: Grantee }): ReactNode {
  if (grantee.kind === "person") return <Avatar id={grantee.personId} name={grantee.name} />;
  const icon = { audience: "people", members: "door", link: "link" } as const;
  return (
    <span
      aria-hidden="true"
      className="grid size-control-m flex-none place-items-center rounded-full bg-sunk text-ink-2"
    >
      <Icon name={icon[grantee.kind]} />
    </span>
  );
}

function GranteeName({ grantee }: { readonly grantee: Grantee }) {
  const { t } = useWords();
  if (grantee.kind === "person") return <>{grantee.name}</>;
  if (grantee.kind === "audience") return <>{grantee.isRole ? t(roleAudienceName(grantee.name)) : grantee.name}</>;
  return <>{t(grantee.kind === "members" ? m.docs_all_members : m.docs_link_holders)}</>;
}

function GrantOrigin({ from }: { readonly from: Grant["from"] }) {
  const { t } = useWords();
  if (from.kind === "here") return <>{t(m.docs_from_here)}</>;
  if (from.kind === "space") return <>{t(m.docs_from_space, { name: from.name })}</>;
  return <>{t(m.docs_from_document, { name: from.title || t(m.docs_untitled) })}</>;
}
