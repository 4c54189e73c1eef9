import { idSchema, type Locale, unauthenticated } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { getTenant, resumeTenant, suspendTenant } from "@guildhall/tenancy";
import { Button, Definition, DefinitionList, PageHeader, Section, Stack, Stamp, TextLink, Time } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route, seeOther } from "../../server/define-route.ts";
import { useWords } from "../../shell/words.ts";
import { HallState } from "./hall-state.tsx";

const here = route({ area: "console", params: z.object({ hall: idSchema("tenant") }) });

export const loader = here.loader(async ({ house, params }) => ({
  hall: await getTenant(house.database, params.hall),
}));

const deed = z.object({ act: z.enum(["suspend", "resume"]) });

export const action = here.action(async ({ house, params, request, visit }) => {
  const { act } = deed.parse(Object.fromEntries(await request.formData()));
  const operator = await visit.session();
  if (!operator) throw unauthenticated();
  await (act === "suspend" ? suspendTenant : resumeTenant)(house.database, {
    tenantId: params.hall,
    operatorId: operator.user.id,
    requestId: visit.requestId,
  });
  return seeOther(`/console/halls/${params.hall}`);
});

export default function Hall() {
  const { hall } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const languages: Record<Locale, string> = { en: t(m.console_language_en), "zh-CN": t(m.console_language_zh) };
  return (
    <Stack gap={5}>
      <PageHeader
        level={2}
        above={<TextLink href="/console/halls">{t(m.console_halls_title)}</TextLink>}
        mark={<Stamp name={hall.name} accent={hall.accent} size="l" />}
        title={hall.name}
        description={t(m.console_hall_inside)}
        actions={<HallState hall={hall} />}
      />
      <DefinitionList>
        <Definition term={t(m.console_hall_address)}>{`/w/${hall.slug}`}</Definition>
        <Definition term={t(m.console_hall_language)}>{languages[hall.locale]}</Definition>
        <Definition term={t(m.console_hall_zone)}>{hall.timeZone}</Definition>
        <Definition term={t(m.console_hall_since)}>
          <Time value={hall.createdAt} locale={locale} zone="UTC" show="moment" />
        </Definition>
        {hall.trialEndsAt && (
          <Definition term={t(m.console_hall_trial)}>
            <Time value={hall.trialEndsAt} locale={locale} zone="UTC" show="moment" />
          </Definition>
        )}
        {hall.closesAt && (
          <Definition term={t(m.console_hall_closes)}>
            <Time value={hall.closesAt} locale={locale} zone="UTC" show="moment" />
          </Definition>
        )}
      </DefinitionList>
      <Standing status={hall.status} />
    </Stack>
  );
}

/** The one thing that the operator may do to a hall, and its undoing. */
function Standing({ status }: { readonly status: "active" | "suspended" }) {
  const { t } = useWords();
  const shut = status === "suspended";
  return (
    <Section
      title={shut ? t(m.console_resume_title) : t(m.console_suspend_title)}
      description={shut ? t(m.console_resume_text) : t(m.console_suspend_text)}
    >
      <Form method="post">
        <Button type="submit" look={shut ? "primary" : "danger"} name="act" value={shut ? "resume" : "suspend"}>
          {shut ? t(m.console_resume) : t(m.console_suspend)}
        </Button>
      </Form>
    </Section>
  );
}
