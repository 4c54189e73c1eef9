import { idSchema, pageSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { getPerson, personPolicy } from "@guildhall/people";
import { listAudit } from "@guildhall/tenancy";
import { Avatar, ButtonLink, Chip, Definition, DefinitionList, PageHeader, Section, Stack, Time } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { takePicture } from "../../server/take-picture.ts";
import { PictureForm } from "../../shell/picture-form.tsx";
import { pictureMegabytes } from "../../shell/picture-input.ts";
import { roleName } from "../../shell/role-name.ts";
import { useWords } from "../../shell/words.ts";
import { AuditTable } from "../audit/audit-table.tsx";
import { useLive } from "../live/use-live.ts";
import { pictureAt } from "../picture-address.ts";
import { useHall } from "../use-hall.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), person: idSchema("person") }),
  search: pageSchema,
  permission: "people.view",
});

export const loader = here.loader(async ({ ctx, params, search }) => ({
  person: await getPerson(ctx, params.person),
  mayEdit: personPolicy.allows(ctx.actor, "edit", { id: params.person }),
  mayHandOut: ctx.actor.can("people.edit"),
  history: ctx.actor.can("audit.view")
    ? await listAudit(ctx, { page: search, subject: { type: "person", id: params.person } })
    : null,
}));

export const action = here.open(async ({ scope, house, request, params: { tenant, person: personId } }) =>
  takePicture(await request.formData(), { house, scope, personId, next: `/w/${tenant}/people/${personId}` }),
);

export default function Person() {
  const { person, history, mayEdit, mayHandOut } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const hall = useHall();
  useLive("people.");
  return (
    <Stack gap={5}>
      <PageHeader
        size="l"
        mark={
          <Avatar
            id={person.id}
            name={person.fullName}
            size="l"
            image={pictureAt(hall.slug, person.avatarFileId, 320)}
          />
        }
        title={person.fullName}
        actions={
          mayHandOut &&
          !person.role && (
            <ButtonLink href={`/w/${hall.slug}/people/${person.id}/link`} icon="door">
              {t(m.portal_link_give)}
            </ButtonLink>
          )
        }
        above={<Chip tone={person.role ? "seal" : "neutral"}>{t(roleName(person.role))}</Chip>}
      />
      <Section title={t(m.people_facts)}>
        <DefinitionList>
          {person.email && <Definition term={t(m.people_email)}>{person.email}</Definition>}
          {person.phone && <Definition term={t(m.people_phone)}>{person.phone}</Definition>}
          {!person.email && !person.phone && <Definition term={t(m.people_email)}>{t(m.people_no_way)}</Definition>}
          <Definition term={t(m.people_since)}>
            <Time value={person.createdAt} locale={locale} zone={hall.timeZone} />
          </Definition>
        </DefinitionList>
      </Section>
      {mayEdit && (
        <Section title={t(m.people_picture)} description={t(m.people_picture_hint, { limit: pictureMegabytes })}>
          <PictureForm />
        </Section>
      )}
      {history && (
        <Section title={t(m.people_history)}>
          <AuditTable page={history} />
        </Section>
      )}
    </Stack>
  );
}
