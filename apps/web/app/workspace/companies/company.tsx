import { idSchema } from "@guildhall/core";
import { listMentionedIn } from "@guildhall/docs";
import { m } from "@guildhall/i18n/messages";
import { companyPolicy, getCompany, listColleagues, listFields, listRelated, listTags } from "@guildhall/people";
import { formatFieldValue } from "@guildhall/people/schemas";
import {
  ButtonLink,
  Definition,
  DefinitionList,
  Notice,
  PageHeader,
  Section,
  Stack,
  TextLink,
  Time,
} from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { MentionedIn } from "../../documents/mentions/mentioned-in.tsx";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useLive } from "../live/use-live.ts";
import { RecordTags } from "../tags/record-tags.tsx";
import { loadCompanyTimeline } from "../timeline/load-timeline.ts";
import { RecordTimeline } from "../timeline/record-timeline.tsx";
import { useHall } from "../use-hall.ts";
import { ColleagueList } from "./colleague-list.tsx";
import { addDomainAct, companyActs } from "./company-acts.ts";
import { DomainSection } from "./domain-section.tsx";
import { Hierarchy } from "./hierarchy.tsx";
import { relatedIds } from "./relation-choices.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), company: idSchema("company") }),
  search: z.looseObject({
    now: z.string().max(2_048).nullable().default(null),
    before: z.string().max(2_048).nullable().default(null),
    joined: z.coerce.number().int().min(0).optional().catch(undefined),
    left: z.coerce.number().int().min(0).optional().catch(undefined),
  }),
  permission: "companies.view",
});

export const loader = here.loader(async ({ ctx, params, search }) => {
  const { fields, ...company } = await getCompany(ctx, params.company);
  const own = await listFields(ctx, "company");
  const mayEdit = companyPolicy.allows(ctx.actor, "edit", null);
  const names = await listRelated(ctx, relatedIds(own, fields));
  const reader = { locale: ctx.locale, zone: ctx.tenant.timeZone, names };
  return {
    company,
    own: own.flatMap((field) => {
      const value = fields[field.id];
      return value === undefined
        ? []
        : [{ id: field.id, name: field.name, type: field.type, text: formatFieldValue(field, value, reader) }];
    }),
    now: await listColleagues(ctx, company.id, { past: false, page: { size: 50, cursor: search.now } }),
    before: await listColleagues(ctx, company.id, { past: true, page: { size: 50, cursor: search.before } }),
    mayEdit,
    tags: mayEdit ? await listTags(ctx) : [],
    mentionedIn: await listMentionedIn(ctx, { companyId: company.id }),
    timeline: await loadCompanyTimeline(ctx, company.id, search),
    joined: search.joined,
    left: search.left,
  };
});

export const action = here.action(async ({ ctx, request, params: { tenant, company } }) => {
  const form = await request.formData();
  const act = companyActs[String(form.get("act"))] ?? addDomainAct;
  return act(form, async (work) => seeOther(`/w/${tenant}/companies/${company}${searchOf(await work(ctx, company))}`));
});

/** How many people a domain brought or took is told on the page that follows. */
function searchOf(told: unknown): string {
  const { joined, left } = toldSchema.parse(told ?? {});
  if (joined !== undefined) return `?joined=${joined}`;
  return left === undefined ? "" : `?left=${left}`;
}

const toldSchema = z.object({ joined: z.number().optional(), left: z.number().optional() });

export const meta = pageTitle(m.companies_title);

export default function Company() {
  const { company, own, now, before, mayEdit, tags, timeline, mentionedIn, joined, left } =
    useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const hall = useHall();
  useLive("people.");
  useLive("docs.");
  const parent = company.above.at(-1);
  return (
    <Stack gap={5}>
      <PageHeader
        size="l"
        title={company.name}
        above={
          parent && (
            <TextLink href={`/w/${hall.slug}/companies/${parent.id}`} alone>
              {t(m.companies_part_of, { name: parent.name })}
            </TextLink>
          )
        }
        actions={
          mayEdit && (
            <ButtonLink icon="edit" href={`/w/${hall.slug}/companies/${company.id}/edit`}>
              {t(m.companies_edit)}
            </ButtonLink>
          )
        }
      />
      {joined !== undefined && <Notice tone="success" live title={t(m.companies_domain_added, { count: joined })} />}
      {left !== undefined && <Notice tone="success" live title={t(m.companies_domain_removed, { count: left })} />}
      {company.note && <p className="max-w-read whitespace-pre-line">{company.note}</p>}
      <Section title={t(m.companies_people_now)} description={now.rows.length === 0 && t(m.companies_people_none)}>
        <ColleagueList page={now} cursorName="now" />
      </Section>
      {before.rows.length > 0 && (
        <Section title={t(m.companies_people_before)}>
          <ColleagueList page={before} cursorName="before" />
        </Section>
      )}
      <div className="grid grid-cols-1 items-start gap-s5 lg:grid-cols-[minmax(0,var(--width-form))_minmax(0,1fr)] lg:gap-s6">
        <div className="grid gap-s5">
          <Section title={t(m.companies_about)}>
            <DefinitionList>
              {company.website && (
                <Definition term={t(m.companies_website)}>
                  <TextLink href={company.website}>{company.website.replace(/^https?:\/\//, "")}</TextLink>
                </Definition>
              )}
              <Definition term={t(m.companies_owner)}>
                {company.owner ? (
                  <TextLink href={`/w/${hall.slug}/people/${company.owner.id}`}>{company.owner.fullName}</TextLink>
                ) : (
                  <span className="text-ink-3">{t(m.companies_nobody)}</span>
                )}
              </Definition>
              {own.map(({ id, name, type, text }) => (
                <Definition key={id} term={name}>
                  {type === "url" ? (
                    <TextLink href={text}>{text}</TextLink>
                  ) : (
                    <span className="whitespace-pre-line">{text}</span>
                  )}
                </Definition>
              ))}
              <Definition term={t(m.people_since)}>
                <Time value={company.createdAt} locale={locale} zone={hall.timeZone} />
              </Definition>
            </DefinitionList>
          </Section>
          {(mayEdit || company.tags.length > 0) && (
            <Section title={t(m.record_tags)}>
              <RecordTags tags={company.tags} known={tags} mayEdit={mayEdit} />
            </Section>
          )}
          <Hierarchy company={company} />
          <DomainSection domains={company.domains} mayEdit={mayEdit} />
        </div>
        <RecordTimeline timeline={timeline} />
      </div>
      <MentionedIn documents={mentionedIn} base={`/w/${hall.slug}/docs`} zone={hall.timeZone} />
    </Stack>
  );
}
