import type { DocumentRole, Grant } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button, Notice, Section, Stack } from "@guildhall/ui";
import type { Choice } from "@guildhall/ui/choice";
import { Form } from "@remix-run/react";
import { useWords } from "../../shell/words.ts";
import { PlainFind } from "../../workspace/find/plain-find.tsx";
import { GrantRow } from "./grant-row.tsx";
import { ShareGroup, ShareLink, ShareMail, SharePerson } from "./share-forms.tsx";
import { WhyForm } from "./why-form.tsx";

interface SharingViewProps {
  readonly grants: readonly Grant[];
  /** Null for a space. */
  readonly inherits: boolean | null;
  readonly role: DocumentRole;
  readonly zone: string;
  readonly people: readonly Choice[];
  readonly groups: readonly { readonly value: string; readonly label: string }[];
  /** Whether they may let people in whom nobody knows here; and whether they just did. */
  readonly mayWrite: boolean;
  readonly sent: boolean;
  readonly linkTo: (key: string) => string;
  /** Somebody who was asked about, and what lets them in. */
  readonly asked: { readonly name: string; readonly why: readonly Grant[]; readonly isOwner: boolean } | null;
}

/** Who may see this and why; for whoever manages it, who else shall. */
export function SharingView({
  grants,
  inherits,
  role,
  zone,
  people,
  groups,
  mayWrite,
  sent,
  linkTo,
  asked,
}: SharingViewProps) {
  const { t } = useWords();
  const mayManage = role === "manage";
  const own = grants.filter(({ from }) => from.kind === "here");
  const above = grants.filter(({ from }) => from.kind !== "here");
  const rows = (some: readonly Grant[], changeable: boolean) => (
    <ul className="divide-y rounded-r2 border bg-surface">
      {some.map((grant) => (
        <GrantRow key={grant.id} grant={grant} zone={zone} mayChange={changeable && mayManage} linkTo={linkTo} />
      ))}
    </ul>
  );
  return (
    <Stack gap={6}>
      <Section title={t(m.docs_here)} description={t(m.docs_here_text)}>
        {own.length > 0 ? rows(own, true) : <p className="text-s text-ink-2">{t(m.docs_here_none)}</p>}
      </Section>
      {inherits !== null && (
        <Section title={t(m.docs_above)} description={t(inherits ? m.docs_above_text : m.docs_above_broken_text)}>
          {above.length > 0 && rows(above, false)}
          {mayManage && (
            <Form method="post" preventScrollReset className="pt-s3">
              <input type="hidden" name="act" value="inherit" />
              <input type="hidden" name="inherits" value={inherits ? "no" : "yes"} />
              <Button type="submit" icon={inherits ? "lock" : "undo"}>
                {t(inherits ? m.docs_break : m.docs_join)}
              </Button>
            </Form>
          )}
        </Section>
      )}
      <p className="text-s text-ink-2">{t(m.docs_owner_sees)}</p>
      {mayManage && (
        <>
          <Section title={t(m.docs_share_person_title)}>
            <PlainFind label={t(m.record_find_person)} />
            <SharePerson people={people} />
          </Section>
          {mayWrite && (
            <Section title={t(m.docs_share_mail_title)} description={t(m.docs_share_mail_text)}>
              {sent && (
                <div className="pb-s3">
                  <Notice tone="success" live title={t(m.docs_share_mail_sent)} />
                </div>
              )}
              <ShareMail />
            </Section>
          )}
          <Section title={t(m.docs_share_group_title)}>
            <ShareGroup groups={groups} />
          </Section>
          <Section title={t(m.docs_share_link_title)} description={t(m.docs_share_link_text)}>
            <ShareLink />
          </Section>
        </>
      )}
      <Section title={t(m.docs_why_title)} description={t(m.docs_why_text)}>
        <WhyForm people={people} />
        {asked && (
          <div className="pt-s3" role="status">
            {asked.isOwner && <Notice tone="info" title={t(m.docs_why_owner, { name: asked.name })} />}
            {asked.why.length > 0 && (
              <Stack gap={2}>
                <p>{t(m.docs_why_because, { name: asked.name })}</p>
                {rows(asked.why, false)}
              </Stack>
            )}
            {asked.why.length === 0 && !asked.isOwner && <p>{t(m.docs_why_not, { name: asked.name })}</p>}
          </div>
        )}
      </Section>
    </Stack>
  );
}
