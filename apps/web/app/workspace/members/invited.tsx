import { idSchema, pageSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { inviteMembers, listMemberInvitations, makeInvitationLink, revokeMemberInvitation } from "@guildhall/people";
import { inviteMembersInput } from "@guildhall/people/schemas";
import { CopyField, Notice, Section } from "@guildhall/ui";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { CursorPager } from "../../shell/cursor-pager.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { InvitationTable } from "./invitation-table.tsx";
import { InviteForm } from "./invite-form.tsx";
import { MembersFrame } from "./members-frame.tsx";

const count = z.coerce.number().int().min(0).max(200).optional().catch(undefined);
const linkUses = 50;

const here = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: pageSchema.extend({
    invited: count,
    already: count,
    revoked: z.literal("1").optional().catch(undefined),
  }),
  permission: "members.manage",
});

export const loader = here.loader(async ({ ctx, search: { invited = 0, already = 0, revoked, ...page } }) => ({
  invitations: await listMemberInvitations(ctx, page),
  invited,
  already,
  revoked: revoked === "1",
}));

const revoking = z.object({ revoke: idSchema("member_invitation") });

export const action = here.open(async ({ scope, house, request, params }) => {
  const { database } = house;
  const form = await request.formData();
  const place = `/w/${params.tenant}/members/invited`;
  if (form.get("act") === "link") {
    const token = await database.withTenant(scope, (ctx) => makeInvitationLink(ctx, linkUses));
    // Shown in this very answer and nowhere again, so that it is in no address and no history.
    return data({ link: `${house.publicUrl()}/c/${params.tenant}/invited/${token}` });
  }
  if (form.has("revoke"))
    return answerForm(form, revoking, async ({ revoke }) => {
      await database.withTenant(scope, (ctx) => revokeMemberInvitation(ctx, revoke));
      return seeOther(`${place}?revoked=1`);
    });
  return answerForm(form, inviteMembersInput, async (value) => {
    const { invited, already } = await database.withTenant(scope, (ctx) =>
      inviteMembers(ctx, value, house.publicUrl()),
    );
    return seeOther(`${place}?invited=${invited}&already=${already}`);
  });
});

export const meta = pageTitle(m.portal_invite_members);

export default function Invited() {
  const { invitations, invited, already, revoked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  const link = answer && "link" in answer ? answer.link : null;
  return (
    <MembersFrame>
      {!answer && invited > 0 && (
        <Notice tone="success" title={t(m.portal_invited_done, { count: invited })} live>
          {already > 0 && t(m.portal_already_done, { count: already })}
        </Notice>
      )}
      {!answer && invited === 0 && already > 0 && <Notice title={t(m.portal_already_done, { count: already })} live />}
      {!answer && revoked && <Notice tone="success" title={t(m.portal_revoked)} live />}
      {link && (
        <Notice tone="success" title={t(m.portal_invite_link_made)} live>
          <CopyField label={t(m.portal_link_address)} value={link} exact />
        </Notice>
      )}
      <p className="max-w-read text-ink-2">{t(m.portal_invite_text)}</p>
      <InviteForm />
      {invitations.rows.length > 0 && (
        <Section title={t(m.portal_invite_open)}>
          <InvitationTable invitations={invitations.rows} />
          <CursorPager page={invitations} />
        </Section>
      )}
    </MembersFrame>
  );
}
