import { idSchema } from "@guildhall/core";
import { formatDate } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { getLinkState, makePersonalLink, revokePersonalLink } from "@guildhall/people";
import { Button, CopyField, FormActions, Notice, PageHeader, Stack } from "@guildhall/ui";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { PersonTrail } from "./person-trail.tsx";
import { PersonalCard } from "./personal-card.tsx";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), person: idSchema("person") }),
  permission: "people.edit",
});

export const loader = here.loader(async ({ ctx, params }) => ({
  link: await getLinkState(ctx, params.person),
  personId: params.person,
}));

const deed = z.object({ act: z.enum(["make", "revoke"]) });

export const action = here.open(async ({ scope, house, request, params }) => {
  const { database } = house;
  let made: string | null = null;
  const answer = await answerForm(await request.formData(), deed, async ({ act }) => {
    if (act === "make") made = await database.withTenant(scope, (ctx) => makePersonalLink(ctx, params.person));
    else await database.withTenant(scope, (ctx) => revokePersonalLink(ctx, params.person));
    return seeOther(`/w/${params.tenant}/people/${params.person}/link`);
  });
  // Shown in this very answer and nowhere again, so that it is in no address and no history.
  return made === null ? answer : data({ url: `${house.publicUrl()}/c/${params.tenant}/claim/${made}` });
});

export const meta = pageTitle(m.portal_link_give);

export default function PersonalLink() {
  const { link, personId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, locale } = useWords();
  const hall = useHall();
  const { summary, pending } = useSchemaForm(deed);
  const name = link.fullName;
  const url = answer && "url" in answer ? answer.url : null;
  const day = (at: Date) => formatDate(at, { locale, timeZone: hall.timeZone });
  return (
    <Stack gap={5}>
      <div className="print:hidden">
        <PageHeader
          above={<PersonTrail id={personId} name={name} here={t(m.portal_link_give)} />}
          title={t(m.portal_link_title, { name })}
          description={t(m.portal_link_text)}
        />
      </div>
      <FormSummary summary={summary} />
      {link.state !== "free" && (
        <Notice title={link.state === "staff" ? t(m.portal_link_staff) : t(m.portal_link_taken)} />
      )}
      {url && link.open && (
        <>
          <div className="max-w-dialog print:hidden">
            <Notice tone="success" title={t(m.portal_link_made)} live>
              <CopyField label={t(m.portal_link_address)} value={url} exact />
            </Notice>
          </div>
          <PersonalCard url={url} name={name} until={day(link.open.expiresAt)} />
        </>
      )}
      {!url && link.open && (
        <Notice>{t(m.portal_link_open, { date: day(link.open.createdAt), until: day(link.open.expiresAt) })}</Notice>
      )}
      {link.state === "free" && (
        <Form method="post" className="print:hidden">
          <FormActions>
            <Button type="submit" name="act" value="make" look={url ? "plain" : "primary"} pending={pending}>
              {link.open ? t(m.portal_link_new) : t(m.portal_link_make)}
            </Button>
            {link.open && (
              <Button type="submit" name="act" value="revoke" look="quiet">
                {t(m.portal_link_revoke)}
              </Button>
            )}
          </FormActions>
        </Form>
      )}
    </Stack>
  );
}
