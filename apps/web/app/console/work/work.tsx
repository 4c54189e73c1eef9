import { idSchema, pageSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import {
  dismissDelivery,
  dismissJob,
  listFailedDeliveries,
  listFailedJobs,
  listStuckFacts,
  maxAttempts,
  retryDelivery,
  retryJob,
  retryStuckFact,
} from "@guildhall/jobs";
import { Button, Notice, Row, Section, Stack } from "@guildhall/ui";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route, seeOther } from "../../server/define-route.ts";
import { CursorPager } from "../../shell/cursor-pager.tsx";
import type { RootData } from "../../shell/root-data.ts";
import { useWords } from "../../shell/words.ts";
import { FailedFacts } from "./failed-facts.tsx";
import { FailedJobs } from "./failed-jobs.tsx";
import { sendTestMail } from "./send-test-mail.ts";
import { StuckFacts } from "./stuck-facts.tsx";

const here = route({ area: "console", search: pageSchema });
const way = z.enum(["retry", "dismiss"]);
const deed = z.union([
  z.object({ act: z.literal("mail") }),
  z.object({ what: z.literal("job"), act: way, id: z.coerce.number().int().positive() }),
  z.object({
    what: z.literal("fact"),
    act: way,
    tenantId: idSchema("tenant"),
    factId: idSchema("fact"),
    handler: z.string().max(200),
  }),
  z.object({
    what: z.literal("stuck"),
    act: z.literal("retry"),
    tenantId: idSchema("tenant"),
    key: z.string().max(500),
  }),
]);

const firstOnes = { size: 50, cursor: null };

export const loader = here.loader(async ({ house, search }) => ({
  facts: await listFailedDeliveries(house.database, search),
  jobs: await listFailedJobs(house.database, firstOnes),
  stuck: await listStuckFacts(house.database, firstOnes),
  attempts: maxAttempts,
}));

export const action = here.action(async ({ house, request, visit }) => {
  const wanted = deed.parse(Object.fromEntries(await request.formData()));
  if (wanted.act === "mail") return data({ mailed: await sendTestMail(house, visit) });
  const again = wanted.act === "retry";
  if (wanted.what === "job") await (again ? retryJob : dismissJob)(house.database, wanted.id);
  else if (wanted.what === "stuck") await retryStuckFact(house.database, wanted);
  else if (again) await retryDelivery(house.database, wanted, new Date());
  else await dismissDelivery(house.database, wanted);
  return seeOther("/console/work");
});

export default function Work() {
  const { facts, jobs, stuck, attempts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const mailed = answer !== undefined && "mailed" in answer && answer.mailed;
  const email = useRouteLoaderData<RootData>("root")?.user?.email ?? "";
  const { t } = useWords();
  return (
    <Stack gap={5}>
      <FailedFacts page={facts} attempts={attempts} />
      <CursorPager page={facts} />
      <FailedJobs page={jobs} />
      <StuckFacts page={stuck} />
      <Section title={t(m.console_mail_title)} description={t(m.console_mail_text, { email })}>
        <Form method="post">
          <Row gap={3}>
            <Button type="submit" name="act" value="mail" icon="mail">
              {t(m.console_mail_send)}
            </Button>
            {mailed && <Notice tone="success" live title={t(m.console_mail_sent)} />}
          </Row>
        </Form>
      </Section>
    </Stack>
  );
}
