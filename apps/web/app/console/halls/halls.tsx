import { m } from "@guildhall/i18n/messages";
import { listTenants } from "@guildhall/tenancy";
import { tenantSearch } from "@guildhall/tenancy/schemas";
import {
  Button,
  EmptyState,
  Row,
  SelectField,
  Stack,
  Stamp,
  Table,
  TableBody,
  TableCell,
  TableColumn,
  TableHead,
  TableLead,
  TableRow,
  TextField,
  Time,
} from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { route } from "../../server/define-route.ts";
import { CursorPager } from "../../shell/cursor-pager.tsx";
import { useWords } from "../../shell/words.ts";
import { HallState } from "./hall-state.tsx";

export const loader = route({ area: "console", search: tenantSearch }).loader(async ({ house, search }) => ({
  halls: await listTenants(house.database, search),
  q: search.q,
  status: search.status,
}));

export default function Halls() {
  const { halls, q, status } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const states = [
    { value: "all", label: t(m.console_state_all) },
    { value: "active", label: t(m.console_state_active) },
    { value: "suspended", label: t(m.console_state_suspended) },
    { value: "closing", label: t(m.console_state_closing) },
  ];
  return (
    <Stack gap={4}>
      <Form role="search" replace>
        <Row gap={3} align="end">
          <TextField name="q" type="search" label={t(m.console_find)} defaultValue={q} maxLength={200} />
          <SelectField name="status" label={t(m.console_state)} options={states} defaultValue={status} />
          <Button type="submit" icon="search">
            {t(m.console_search)}
          </Button>
        </Row>
      </Form>
      {halls.rows.length === 0 ? (
        <EmptyState kind="no-matches" title={t(m.console_no_halls_title)} text={t(m.console_no_halls_text)} />
      ) : (
        <Table slips label={t(m.console_halls_title)}>
          <TableHead>
            <TableColumn>{t(m.console_hall)}</TableColumn>
            <TableColumn>{t(m.console_address)}</TableColumn>
            <TableColumn>{t(m.console_state)}</TableColumn>
            <TableColumn align="end">{t(m.console_since)}</TableColumn>
          </TableHead>
          <TableBody>
            {halls.rows.map((hall) => (
              <TableRow key={hall.id}>
                <TableLead
                  href={`/console/halls/${hall.id}`}
                  mark={<Stamp name={hall.name} accent={hall.accent} size="s" />}
                >
                  {hall.name}
                </TableLead>
                <TableCell label={t(m.console_address)} quiet>
                  {hall.slug}
                </TableCell>
                <TableCell label={t(m.console_state)}>
                  <HallState hall={hall} />
                </TableCell>
                <TableCell label={t(m.console_since)} quiet align="end">
                  <Time value={hall.createdAt} locale={locale} zone="UTC" />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <CursorPager page={halls} />
    </Stack>
  );
}
