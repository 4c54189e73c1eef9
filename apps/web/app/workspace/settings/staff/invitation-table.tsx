import { m } from "@guildhall/i18n/messages";
import type { Invitation, InvitationState } from "@guildhall/people/schemas";
import { Button, Chip, type ChipTone, CopyField, EmptyState, Icon, Time } from "@guildhall/ui";
import { Form, useNavigation } from "@remix-run/react";
import { roleName } from "../../../shell/role-name.ts";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";

type Row = Invitation & { readonly link: string | null };

/** What is open, and what ran out: for whom, as what, from whom, and what can be done with it. */
export function InvitationTable({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useWords();
  if (rows.length === 0)
    return (
      <EmptyState level={3} kind="all-done" title={t(m.staff_no_invitations)} text={t(m.staff_no_invitations_text)} />
    );
  return (
    <ul aria-label={t(m.staff_invitations)} className="grid">
      {rows.map((row) => (
        <InvitationRow key={row.id} row={row} />
      ))}
    </ul>
  );
}

function InvitationRow({ row }: { readonly row: Row }) {
  const { t, locale } = useWords();
  const hall = useHall();
  const called =
    row.kind === "link" ? t(m.staff_link_uses, { uses: row.uses, most: row.maxUses }) : (row.fullName ?? row.email);
  return (
    <li className="grid gap-s2 border-t py-s3 first:border-t-0">
      <div className="flex flex-wrap items-center justify-between gap-x-s4 gap-y-s2">
        <div className="flex min-w-0 items-start gap-s3">
          <span className="flex h-target items-center text-ink-3">
            <Icon name={row.kind === "link" ? "link" : "mail"} />
          </span>
          <div className="min-w-0">
            <p className="break-words font-medium">{called}</p>
            <p className="break-words text-s text-ink-2">
              {row.fullName && <>{row.email} · </>}
              {t(m.staff_invited_by, { role: t(roleName(row.role)), name: row.inviterName })}
            </p>
          </div>
        </div>
        <div className="flex flex-wrap items-center gap-s2">
          <StateChip state={row.state} bounced={row.bounced} />
          <span className="text-s text-ink-2">
            {t(m.staff_until)} <Time value={row.expiresAt} locale={locale} zone={hall.timeZone} />
          </span>
          {row.kind === "mail" && <Act act="resend" row={row} label={t(m.staff_resend)} />}
          <Act act="withdraw" row={row} label={t(m.staff_withdraw)} />
        </div>
      </div>
      {row.link && row.state === "waiting" && (
        <div className="max-w-read pl-s6">
          <CopyField label={t(m.staff_link)} value={row.link} exact />
        </div>
      )}
    </li>
  );
}

const states: Record<InvitationState, { tone: ChipTone; word: typeof m.staff_state_waiting }> = {
  waiting: { tone: "indigo", word: m.staff_state_waiting },
  expired: { tone: "ochre", word: m.staff_state_expired },
  "used-up": { tone: "jade", word: m.staff_state_used_up },
  withdrawn: { tone: "neutral", word: m.staff_state_withdrawn },
};

function StateChip({ state, bounced }: { readonly state: InvitationState; readonly bounced: boolean }) {
  const { t } = useWords();
  if (bounced && state === "waiting") return <Chip tone="ochre">{t(m.staff_state_bounced)}</Chip>;
  const { tone, word } = states[state];
  return <Chip tone={tone}>{t(word)}</Chip>;
}

function Act({ act, row, label }: { readonly act: "resend" | "withdraw"; readonly row: Row; readonly label: string }) {
  const navigation = useNavigation();
  const pending = navigation.formData?.get("invitationId") === row.id && navigation.formData.get("act") === act;
  return (
    <Form method="post">
      <input type="hidden" name="invitationId" value={row.id} />
      <Button
        type="submit"
        size="s"
        look={act === "resend" ? "plain" : "quiet"}
        name="act"
        value={act}
        pending={pending}
      >
        {label}
      </Button>
    </Form>
  );
}
