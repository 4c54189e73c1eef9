import { pageSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import {
  countSeats,
  listInvitations,
  listLastSeen,
  listStaff,
  listWithSecondFactor,
  resendInvitation,
  revokeInvitation,
  staffPolicy,
} from "@guildhall/people";
import { ButtonLink, Notice, PageHeader, Section, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../../server/define-route.ts";
import { answerForm } from "../../../server/form-action.ts";
import { joinDoor } from "../../../server/join-door.ts";
import { CursorPager } from "../../../shell/cursor-pager.tsx";
import { FormSummary } from "../../../shell/form-summary.tsx";
import { pageTitle } from "../../../shell/page-title.ts";
import { useSchemaForm } from "../../../shell/use-schema-form.ts";
import { useWords } from "../../../shell/words.ts";
import { useLive } from "../../live/use-live.ts";
import { useHall } from "../../use-hall.ts";
import { InvitationTable } from "./invitation-table.tsx";
import { RoleTable } from "./role-table.tsx";
import { StaffTable } from "./staff-table.tsx";

const done = z.enum(["invited", "linked", "resent", "withdrawn", "changed", "removed", "handed-over"]);

const here = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: pageSchema.extend({
    done: done.optional().catch(undefined),
    count: z.coerce.number().int().min(1).catch(1),
    /** Where in the list of invitations. */
    invited: z.string().max(2_048).nullable().default(null),
  }),
  permission: "workspace.enter",
});

export const loader = here.open(async ({ scope, house, search }) => {
  const mayManage = scope.actor.can("staff.manage");
  const { staff, seats, invitations } = await house.database.withTenant(
    scope,
    async (ctx) => ({
      staff: await listStaff(ctx, search),
      seats: await countSeats(ctx),
      invitations: mayManage ? await listInvitations(ctx, { size: 50, cursor: search.invited }, joinDoor(house)) : null,
    }),
    { readOnly: true },
  );
  const userIds = staff.rows.flatMap(({ userId }) => userId ?? []);
  const [lastSeen, guarded] = await Promise.all([
    listLastSeen(house.database, userIds),
    listWithSecondFactor(house.database, userIds),
  ]);
  return {
    page: {
      ...staff,
      rows: staff.rows.map(({ userId, ...member }) => ({
        ...member,
        lastSeen: (userId && lastSeen.get(userId)) ?? null,
        secondFactor: userId !== null && guarded.has(userId),
        manageable: staffPolicy.allows(scope.actor, "manage", member),
      })),
    },
    seats,
    invitations,
    me: scope.actor.kind === "person" ? scope.actor.personId : null,
    mayManage,
    mayHandOver: scope.actor.can("tenant.own"),
    word: search.done && { done: search.done, count: search.count },
  };
});

const actInput = z.object({ act: z.enum(["resend", "withdraw"]), invitationId: z.string() });

export const action = here.action(async ({ ctx, request, house, params }) =>
  answerForm(await request.formData(), actInput, async ({ act, invitationId }) => {
    if (act === "resend") await resendInvitation(ctx, { invitationId }, joinDoor(house));
    else await revokeInvitation(ctx, { invitationId });
    return seeOther(`/w/${params.tenant}/settings/staff?done=${act === "resend" ? "resent" : "withdrawn"}`);
  }),
);

export const meta = pageTitle(m.settings_staff);

const words = {
  linked: m.staff_done_linked,
  resent: m.staff_done_resent,
  withdrawn: m.staff_done_withdrawn,
  changed: m.staff_done_changed,
  removed: m.staff_done_removed,
  "handed-over": m.staff_done_handed_over,
} as const;

export default function Staff() {
  const { page, seats, invitations, me, mayManage, mayHandOver, word } = useLoaderData<typeof loader>();
  const { summary } = useSchemaForm(actInput);
  const { t } = useWords();
  const base = `/w/${useHall().slug}/settings/staff`;
  useLive("people.");
  const taken =
    seats.most === null
      ? t(m.staff_count, { count: seats.taken })
      : t(m.staff_seats, { taken: seats.taken, most: seats.most });
  return (
    <Stack gap={6}>
      <PageHeader
        title={t(m.settings_staff)}
        description={taken}
        actions={
          mayManage && (
            <>
              <ButtonLink look="primary" icon="mail" href={`${base}/invite`}>
                {t(m.staff_invite)}
              </ButtonLink>
              <ButtonLink icon="link" href={`${base}/link`}>
                {t(m.staff_make_link)}
              </ButtonLink>
            </>
          )
        }
      />
      {word && (
        <Notice
          tone="success"
          live
          title={word.done === "invited" ? t(m.staff_done_invited, { count: word.count }) : t(words[word.done])}
        />
      )}
      <FormSummary summary={summary} />
      <div>
        <StaffTable rows={page.rows} me={me} base={base} />
        <CursorPager page={page} />
      </div>
      {invitations && (
        <Section id="invitations" title={t(m.staff_invitations)} description={t(m.staff_invitations_text)}>
          <InvitationTable rows={invitations.rows} />
          <CursorPager page={invitations} name="invited" />
        </Section>
      )}
      <Section title={t(m.staff_roles)} description={t(m.staff_roles_text)}>
        <RoleTable />
      </Section>
      <Section title={t(m.staff_going)} description={t(m.staff_going_text)}>
        <div className="flex flex-wrap gap-s2">
          {mayHandOver && <ButtonLink href={`${base}/transfer`}>{t(m.staff_hand_over)}</ButtonLink>}
          <ButtonLink look="danger" href={`${base}/leave`}>
            {t(m.staff_leave)}
          </ButtonLink>
        </div>
      </Section>
    </Stack>
  );
}
