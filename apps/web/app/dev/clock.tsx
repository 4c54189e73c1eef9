import { idSchema } from "@guildhall/core";
import { findTenantById, systemScope } from "@guildhall/db";
import { m } from "@guildhall/i18n/messages";
import { wakeMailRound } from "@guildhall/notify";
import { listTenants, setTestClock } from "@guildhall/tenancy";
import { tenantSearch } from "@guildhall/tenancy/schemas";
import { Button, PageHeader, Row, Section, Stack, TextField, Time } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route, seeOther } from "../server/define-route.ts";
import type { House } from "../server/house.ts";
import { useWords } from "../shell/words.ts";

const here = route({ area: "dev" });

const deed = z.object({
  tenantId: idSchema("tenant"),
  /** In UTC, as a field for date and time gives it; empty for the clock on the wall. */
  at: z.union([
    z.literal("").transform(() => null),
    z.iso.datetime({ local: true }).transform((at) => new Date(`${at}Z`)),
  ]),
});

export const loader = here.loader(async ({ house }) => {
  const { rows } = await listTenants(house.database, tenantSearch.parse({}));
  const halls = await Promise.all(rows.map(({ id }) => findHall(house, id)));
  return {
    halls: halls
      .filter((hall) => hall !== null)
      .map(({ id, slug, name, clock }) => ({ id, slug, name, now: clock.now().toISOString() })),
  };
});

export const action = here.action(async ({ house, request }) => {
  const { tenantId, at } = deed.parse(Object.fromEntries(await request.formData()));
  const tenant = await findHall(house, tenantId);
  if (tenant)
    await house.database.withTenant(systemScope(tenant), async (ctx) => {
      await setTestClock(ctx, { at });
      await wakeMailRound(ctx);
    });
  return seeOther("/dev/clock");
});

function findHall({ database }: House, id: Parameters<typeof findTenantById>[1]) {
  return database.withPlatform("resolve-tenant", (db) => findTenantById(db, id), { readOnly: true });
}

/** The clock of each hall, to be moved on: what falls due by then happens. */
export default function Clock() {
  const { t, locale } = useWords();
  const { halls } = useLoaderData<typeof loader>();
  return (
    <Stack gap={5}>
      <PageHeader title={t(m.dev_clock_title)} description={t(m.dev_clock_text)} />
      {halls.map(({ id, slug, name, now }) => (
        <Section
          key={id}
          id={slug}
          title={name}
          description={<Time value={now} locale={locale} zone="UTC" show="zoned" />}
        >
          <Row gap={5} align="end">
            <Form method="post">
              <input type="hidden" name="tenantId" value={id} />
              <Row gap={3} align="end">
                <TextField
                  id={`at-${slug}`}
                  type="datetime-local"
                  name="at"
                  label={t(m.dev_clock_at)}
                  defaultValue={now.slice(0, 16)}
                  required
                />
                <Button type="submit">{t(m.dev_clock_set)}</Button>
              </Row>
            </Form>
            <Form method="post">
              <input type="hidden" name="tenantId" value={id} />
              <input type="hidden" name="at" value="" />
              <Button type="submit" look="quiet">
                {t(m.dev_clock_real)}
              </Button>
            </Form>
          </Row>
        </Section>
      ))}
    </Stack>
  );
}
