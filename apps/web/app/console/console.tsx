import { idSchema, pageSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { dismissDelivery, listFailedDeliveries, retryDelivery } from "@guildhall/jobs";
import {
  Button,
  EmptyState,
  Notice,
  PageHeader,
  Pager,
  Row,
  Section,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableColumn,
  TableHead,
  TableLead,
  TableRow,
} from "@guildhall/ui";
import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route, seeOther } from "../server/define-route.ts";
import { FrontFrame } from "../shell/front-frame.tsx";
import type { RootData } from "../shell/root-data.ts";
import { SignOut } from "../shell/sign-out.tsx";
import { useWords } from "../shell/words.ts";
import { sendTestMail } from "./send-test-mail.ts";

const here = route({ area: "console", search: pageSchema });
const act = z.object({
  act: z.enum(["retry", "dismiss"]),
  tenantId: idSchema("tenant"),
  factId: idSchema("fact"),
  handler: z.string().max(200),
});

export const loader = here.loader(({ house, search }) => listFailedDeliveries(house.database, search));

export const action = here.action(async ({ house, request, visit }) => {
  const form = Object.fromEntries(await request.formData());
  if (form.act === "mail") return data({ mailed: await sendTestMail(house, visit) });
  const { act: wanted, ...which } = act.parse(form);
  if (wanted === "retry") await retryDelivery(house.database, which, new Date());
  else await dismissDelivery(house.database, which);
  return seeOther("/console");
});

export default function Console() {
  const failed = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const mailed = answer !== undefined && "mailed" in answer && answer.mailed;
  const email = useRouteLoaderData<RootData>("root")?.user?.email ?? "";
  const { t } = useWords();
  return (
    <FrontFrame actions={<SignOut />}>
      <Stack gap={5}>
        <PageHeader title={t(m.console_title)} />
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
        <Section title={t(m.console_failed_title)} description={t(m.console_failed_text, { count: 12 })}>
          {failed.rows.length === 0 ? (
            <EmptyState
              kind="none-yet"
              level={3}
              title={t(m.console_failed_none_title)}
              text={t(m.console_failed_none_text)}
            />
          ) : (
            <Table label={t(m.console_failed_title)}>
              <TableHead>
                <TableColumn>{t(m.console_handler)}</TableColumn>
                <TableColumn>{t(m.console_hall)}</TableColumn>
                <TableColumn>{t(m.console_error)}</TableColumn>
                <TableColumn>{t(m.console_acts)}</TableColumn>
              </TableHead>
              <TableBody>
                {failed.rows.map((delivery) => (
                  <TableRow key={delivery.factId + delivery.handler}>
                    <TableLead>{delivery.handler}</TableLead>
                    <TableCell quiet>{delivery.tenantSlug}</TableCell>
                    <TableCell quiet>{delivery.lastError?.split("\n")[0]}</TableCell>
                    <TableCell>
                      <Form method="post">
                        <input type="hidden" name="tenantId" value={delivery.tenantId} />
                        <input type="hidden" name="factId" value={delivery.factId} />
                        <input type="hidden" name="handler" value={delivery.handler} />
                        <Row gap={1}>
                          <Button type="submit" size="s" name="act" value="retry">
                            {t(m.console_retry)}
                          </Button>
                          <Button type="submit" size="s" look="quiet" name="act" value="dismiss">
                            {t(m.console_dismiss)}
                          </Button>
                        </Row>
                      </Form>
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          )}
          <Pager
            label={t(m.shell_pages)}
            newer={
              failed.previous === null ? undefined : { href: `?cursor=${failed.previous}`, label: t(m.shell_newer) }
            }
            older={failed.next === null ? undefined : { href: `?cursor=${failed.next}`, label: t(m.shell_older) }}
          />
        </Section>
      </Stack>
    </FrontFrame>
  );
}
