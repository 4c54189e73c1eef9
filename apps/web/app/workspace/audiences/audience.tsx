import { idSchema, pageSchema } from "@guildhall/core";
import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import {
  addToAudience,
  audiencePolicy,
  countAudiences,
  deleteList,
  getAudience,
  listAudienceMembers,
  removeFromAudience,
  renameList,
  searchPeople,
} from "@guildhall/people";
import { renameListInput } from "@guildhall/people/schemas";
import { Breadcrumbs, Button, EmptyState, PageHeader, Section, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { CursorPager } from "../../shell/cursor-pager.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useLive } from "../live/use-live.ts";
import { SmallForm } from "../people/small-form.tsx";
import { useHall } from "../use-hall.ts";
import { AddForm, addMemberInput } from "./add-form.tsx";
import { MemberTable } from "./member-table.tsx";
import { RenameForm } from "./rename-form.tsx";
import { roleAudienceName } from "./role-audience-name.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), audience: idSchema("audience") }),
  search: pageSchema,
  permission: "people.view",
});

export const loader = here.loader(async ({ ctx, params, search }) => {
  const audience = await getAudience(ctx, params.audience);
  const mayFill = audiencePolicy.allows(ctx.actor, "fill", audience);
  const counts = await countAudiences(ctx, [audience.id]);
  return {
    audience,
    members: await listAudienceMembers(ctx, audience.id, search),
    total: counts.get(audience.id) ?? { count: 0, more: false },
    mayFill,
    people: mayFill
      ? (await searchPeople(ctx, "", 50)).map(({ id, fullName, email }) => ({
          value: id,
          label: fullName,
          ...(email && { hint: email }),
        }))
      : [],
  };
});

const removeInput = z.object({ personId: idSchema("person") });
const renameInput = renameListInput.omit({ audienceId: true });
const none = z.object({});

export const action = here.action(async ({ ctx, request, params }) => {
  const form = await request.formData();
  const audienceId = params.audience;
  const lists = `/w/${params.tenant}/audiences`;
  const back = () => seeOther(`${lists}/${audienceId}`);
  const act = form.get("act");
  if (act === "delete")
    return answerForm(form, none, async () => {
      return seeOther(`${lists}?deleted=${await deleteList(ctx, { audienceId })}`);
    });
  if (act === "rename")
    return answerForm(form, renameInput, async ({ name }) => {
      await renameList(ctx, { audienceId, name });
      return back();
    });
  if (act === "remove")
    return answerForm(form, removeInput, async ({ personId }) => {
      await removeFromAudience(ctx, { audienceId, personIds: [personId] });
      return back();
    });
  return answerForm(form, addMemberInput, async ({ personId }) => {
    await addToAudience(ctx, { audienceId, personIds: [personId] });
    return back();
  });
});

export const meta = pageTitle(m.audiences_title);

export default function Audience() {
  const { audience, members, total, mayFill, people } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const base = `/w/${useHall().slug}/audiences`;
  useLive("people.");
  const name = audience.kind === "role" ? t(roleAudienceName(audience.name)) : audience.name;
  const counted = total.more
    ? t(m.people_count_capped, { count: formatNumber(total.count, locale) })
    : t(m.people_count, { count: total.count });
  return (
    <Stack gap={5}>
      <PageHeader
        above={<Breadcrumbs trail={[{ label: t(m.audiences_title), href: base }, { label: name }]} />}
        title={name}
        description={audience.kind === "role" ? `${counted} · ${t(m.audiences_by_role)}` : counted}
      />
      {mayFill && <AddForm key={`${total.count}`} people={people} />}
      {members.rows.length === 0 ? (
        <EmptyState kind="none-yet" title={t(m.audiences_empty_title)} text={t(m.audiences_empty_text)} />
      ) : (
        <MemberTable rows={members.rows} mayFill={mayFill} />
      )}
      <CursorPager page={members} />
      {mayFill && (
        <>
          <Section title={t(m.audiences_rename)}>
            <RenameForm key={name} name={name} />
          </Section>
          <Section title={t(m.audiences_delete)} description={t(m.audiences_delete_text)}>
            <SmallForm act="delete">
              <Button type="submit" look="danger">
                {t(m.audiences_delete_named, { name })}
              </Button>
            </SmallForm>
          </Section>
        </>
      )}
    </Stack>
  );
}
