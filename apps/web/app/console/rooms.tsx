import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { getSyncState, roomCap } from "@guildhall/sync";
import {
  Chip,
  EmptyState,
  Figure,
  Figures,
  Section,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableColumn,
  TableHead,
  TableLead,
  TableRow,
  Time,
} from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { route } from "../server/define-route.ts";
import { useWords } from "../shell/words.ts";

const silentAfter = 20_000;

export const loader = route({ area: "console" }).loader(async ({ house }) => {
  const now = new Date();
  const { nodes, rooms, due } = await getSyncState(house.database);
  return {
    rooms,
    due,
    cap: roomCap,
    nodes: nodes.map((node) => ({ ...node, silent: now.getTime() - node.seenAt.getTime() > silentAfter })),
  };
});

/** How the rooms that people edit together are doing, node by node. */
export default function Rooms() {
  const { nodes, rooms, due, cap } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const count = (value: number) => formatNumber(value, locale);
  const capped = (value: number) => count(value) + (value >= cap ? "+" : "");
  const sum = (of: (node: (typeof nodes)[number]) => number) => nodes.reduce((all, node) => all + of(node), 0);
  return (
    <Stack gap={5}>
      <Section title={t(m.sync_console_title)} description={t(m.sync_console_text)}>
        <Figures>
          <Figure value={capped(rooms)}>{t(m.sync_console_rooms)}</Figure>
          <Figure value={count(sum((node) => node.rooms))}>{t(m.sync_console_open)}</Figure>
          <Figure value={count(sum((node) => node.sockets))}>{t(m.sync_console_sockets)}</Figure>
          <Figure value={count(sum((node) => node.unstored))}>{t(m.sync_console_unstored)}</Figure>
          <Figure value={capped(due)}>{t(m.sync_console_due)}</Figure>
        </Figures>
      </Section>
      <Section title={t(m.sync_console_nodes)}>
        {nodes.length === 0 ? (
          <EmptyState
            kind="none-yet"
            level={3}
            title={t(m.sync_console_none_title)}
            text={t(m.sync_console_none_text)}
          />
        ) : (
          <Table slips label={t(m.sync_console_nodes)}>
            <TableHead>
              <TableColumn>{t(m.sync_console_node)}</TableColumn>
              <TableColumn>{t(m.sync_console_state)}</TableColumn>
              <TableColumn align="end">{t(m.sync_console_open)}</TableColumn>
              <TableColumn align="end">{t(m.sync_console_sockets)}</TableColumn>
              <TableColumn align="end">{t(m.sync_console_commit)}</TableColumn>
              <TableColumn align="end">{t(m.sync_console_backlog)}</TableColumn>
              <TableColumn align="end">{t(m.sync_console_seen)}</TableColumn>
            </TableHead>
            <TableBody>
              {nodes.map((node) => (
                <TableRow key={node.id}>
                  <TableLead>{node.id.slice(-8)}</TableLead>
                  <TableCell label={t(m.sync_console_state)}>
                    <Chip tone={node.silent || !node.storing ? "ochre" : "jade"}>
                      {t(
                        node.silent
                          ? m.sync_console_silent
                          : node.storing
                            ? m.sync_console_storing
                            : m.sync_console_waiting,
                      )}
                    </Chip>
                  </TableCell>
                  <TableCell label={t(m.sync_console_open)} align="end">
                    {count(node.rooms)}
                  </TableCell>
                  <TableCell label={t(m.sync_console_sockets)} align="end">
                    {count(node.sockets)}
                  </TableCell>
                  <TableCell label={t(m.sync_console_commit)} align="end">
                    {node.commits === 0
                      ? "–"
                      : t(m.sync_console_milliseconds, {
                          median: count(Math.round(node.commitMedian)),
                          slow: count(Math.round(node.commitP99)),
                        })}
                  </TableCell>
                  <TableCell label={t(m.sync_console_backlog)} align="end">
                    {t(m.sync_console_kilobytes, { size: count(Math.round(node.backlog / 1_024)) })}
                  </TableCell>
                  <TableCell label={t(m.sync_console_seen)} quiet align="end">
                    <Time value={node.seenAt} locale={locale} zone="UTC" show="moment" />
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
