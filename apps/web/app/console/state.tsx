import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { countCap, getWorkFigures } from "@guildhall/jobs";
import { countTenants } from "@guildhall/tenancy";
import {
  Chip,
  EmptyState,
  Figure,
  Figures,
  Notice,
  Section,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableColumn,
  TableHead,
  TableLead,
  TableRow,
  TextLink,
  Time,
} from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { route } from "../server/define-route.ts";
import { useWords } from "../shell/words.ts";

const silentAfter = 60_000;

export const loader = route({ area: "console" }).loader(async ({ house }) => {
  const now = new Date();
  const work = await getWorkFigures(house.database);
  return {
    halls: await countTenants(house.database, now),
    work: {
      ...work,
      workers: work.workers.map((worker) => ({
        ...worker,
        silent: now.getTime() - worker.seenAt.getTime() > silentAfter,
      })),
    },
    watchers: house.live.watchers(),
    cap: countCap,
  };
});

export default function State() {
  const { halls, work, watchers, cap } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const count = (value: number) => formatNumber(value, locale) + (value >= cap ? "+" : "");
  const waitsForOperator = work.deliveries.failed + work.jobs.failed + work.stuck;
  const nobodyWorks = work.workers.every(({ silent }) => silent);
  return (
    <Stack gap={5}>
      {nobodyWorks && (
        <Notice tone="danger" title={t(m.console_nobody_title)}>
          {t(m.console_nobody_text)}
        </Notice>
      )}
      {waitsForOperator > 0 && (
        <Notice
          tone="warning"
          title={t(m.console_waiting_title, { count: waitsForOperator })}
          action={<TextLink href="/console/work">{t(m.console_waiting_look)}</TextLink>}
        />
      )}
      <Section title={t(m.console_halls_title)}>
        <Figures>
          <Figure value={count(halls.total)}>{t(m.console_halls_total)}</Figure>
          <Figure value={count(halls.newThisWeek)}>{t(m.console_halls_new)}</Figure>
          <Figure value={count(halls.onTrial)}>{t(m.console_halls_trial)}</Figure>
          <Figure value={count(halls.suspended)}>{t(m.console_halls_suspended)}</Figure>
          <Figure value={count(halls.closing)}>{t(m.console_halls_closing)}</Figure>
          <Figure value={count(watchers)}>{t(m.console_watchers)}</Figure>
        </Figures>
      </Section>
      <Section title={t(m.console_work_title)} description={t(m.console_work_text)}>
        <Figures>
          <Figure value={count(work.outbox + work.deliveries.waiting)}>{t(m.console_work_facts)}</Figure>
          <Figure value={count(work.jobs.waiting)}>{t(m.console_work_jobs)}</Figure>
          <Figure value={count(work.messages.queued)}>{t(m.console_work_messages)}</Figure>
          <Figure value={count(waitsForOperator)}>{t(m.console_work_failed)}</Figure>
        </Figures>
      </Section>
      <Section title={t(m.console_workers_title)}>
        {work.workers.length === 0 ? (
          <EmptyState
            kind="none-yet"
            level={3}
            title={t(m.console_workers_none_title)}
            text={t(m.console_workers_none_text)}
          />
        ) : (
          <Table slips label={t(m.console_workers_title)}>
            <TableHead>
              <TableColumn>{t(m.console_worker)}</TableColumn>
              <TableColumn>{t(m.console_worker_state)}</TableColumn>
              <TableColumn>{t(m.console_worker_since)}</TableColumn>
              <TableColumn align="end">{t(m.console_worker_seen)}</TableColumn>
            </TableHead>
            <TableBody>
              {work.workers.map(({ id, startedAt, seenAt, silent }) => (
                <TableRow key={id}>
                  <TableLead>{id}</TableLead>
                  <TableCell label={t(m.console_worker_state)}>
                    <Chip tone={silent ? "ochre" : "jade"}>
                      {silent ? t(m.console_worker_silent) : t(m.console_worker_here)}
                    </Chip>
                  </TableCell>
                  <TableCell label={t(m.console_worker_since)} quiet>
                    <Time value={startedAt} locale={locale} zone="UTC" show="moment" />
                  </TableCell>
                  <TableCell label={t(m.console_worker_seen)} quiet align="end">
                    <Time value={seenAt} locale={locale} zone="UTC" show="moment" />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </Section>
    </Stack>
  );
}
