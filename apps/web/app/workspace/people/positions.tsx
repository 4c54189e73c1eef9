import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import {
  addAffiliation,
  endAffiliation,
  getPerson,
  listAffiliations,
  preferAffiliation,
  removeAffiliation,
  searchCompanies,
} from "@guildhall/people";
import { addAffiliationInput, affiliationRefInput } from "@guildhall/people/schemas";
import { Breadcrumbs, PageHeader, Section, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { findSearch } from "../find/find-search.ts";
import { PlainFind } from "../find/plain-find.tsx";
import { useHall } from "../use-hall.ts";
import { PositionForm } from "./position-form.tsx";
import { PositionList } from "./position-list.tsx";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), person: idSchema("person") }),
  search: findSearch,
  permission: "people.edit",
});

export const loader = here.loader(async ({ ctx, params, search }) => {
  const { id, fullName } = await getPerson(ctx, params.person);
  return {
    person: { id, fullName },
    positions: await listAffiliations(ctx, id),
    companies: (await searchCompanies(ctx, search.find, 50)).map((company) => ({
      value: company.id,
      label: company.name,
    })),
  };
});

const acts = { end: endAffiliation, prefer: preferAffiliation, remove: removeAffiliation } as const;
const actInput = affiliationRefInput.extend({ act: z.enum(["end", "prefer", "remove"]) });
const { personId: _, ...addShape } = addAffiliationInput.shape;
const addInput = z.object(addShape);

export const action = here.action(async ({ ctx, request, params }) => {
  const form = await request.formData();
  const back = () => seeOther(`/w/${params.tenant}/people/${params.person}/positions`);
  if (form.get("act") === "add")
    return answerForm(form, addInput, async (position) => {
      await addAffiliation(ctx, { personId: params.person, ...position });
      return back();
    });
  return answerForm(form, actInput, async ({ act, affiliationId }) => {
    await acts[act](ctx, { affiliationId });
    return back();
  });
});

export const meta = pageTitle(m.companies_positions);

export default function Positions() {
  const { person, positions, companies } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/w/${useHall().slug}`;
  return (
    <Stack gap={5}>
      <PageHeader
        above={
          <Breadcrumbs
            trail={[
              { label: t(m.people_title), href: `${base}/people` },
              { label: person.fullName, href: `${base}/people/${person.id}` },
              { label: t(m.companies_positions) },
            ]}
          />
        }
        title={t(m.companies_positions_of, { name: person.fullName })}
        description={t(m.companies_positions_text)}
      />
      <PositionList positions={positions} />
      <Section title={t(m.companies_position_add)}>
        <PlainFind label={t(m.record_find_company)} />
        <PositionForm key={positions.length} companies={companies} />
      </Section>
    </Stack>
  );
}
