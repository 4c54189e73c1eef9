import { expect, test } from "vitest";
import { Button } from "./actions/button.tsx";
import { ButtonLink } from "./actions/button-link.tsx";
import { Progress } from "./feedback/progress.tsx";
import { Avatar } from "./marks/avatar.tsx";
import { quietTint } from "./marks/quiet-tint.ts";
import { Stamp } from "./marks/stamp.tsx";
import { Pager } from "./navigation/pager.tsx";
import { TabLinks } from "./navigation/tab-links.tsx";
import { plainMarkup } from "./plain-markup.ts";
import { Table, TableBody, TableHead, TableRow } from "./tables/table.tsx";
import { TableCell, TableColumn, TableLead } from "./tables/table-cell.tsx";
import { Time } from "./text/time.tsx";

test("a button posts its form with no script", () => {
  const html = plainMarkup(
    <Button type="submit" look="primary" name="intent" value="join" formAction="/join">
      Join
    </Button>,
  );
  expect(html).toMatch(/^<button /);
  for (const attribute of ['type="submit"', 'name="intent"', 'value="join"', 'formAction="/join"'])
    expect(html.toLowerCase()).toContain(attribute.toLowerCase());
});

test("a pending button keeps its words and its focus, and takes no second press", () => {
  const html = plainMarkup(
    <Button type="submit" pending>
      Save
    </Button>,
  );
  expect(html).toContain("Save");
  expect(html).toContain('aria-disabled="true"');
  expect(html).not.toMatch(/ disabled|type="submit"/);
});

test("a link among buttons is a link", () => {
  expect(plainMarkup(<ButtonLink href="/signup" icon="plus" label="Open a hall" />)).toMatch(
    /^<a .*href="\/signup".*<svg/,
  );
});

test("a stamp beside its name is silent, and alone it speaks", () => {
  expect(plainMarkup(<Stamp name="远山" />)).toContain('aria-hidden="true"');
  expect(plainMarkup(<Stamp name="远山" label="远山" />)).toContain('role="img" aria-label="远山"');
});

test("a stamp wears its tenant's colour in both themes", () => {
  expect(plainMarkup(<Stamp name="青禾" accent="#1b6f54" />)).toContain("--accent:var(--if-light, #1b6f54)");
});

test("a picture without words has an empty alt, never none", () => {
  expect(plainMarkup(<Avatar id="1" name="Lin Qiao" image="/lin.jpg" />)).toContain('alt=""');
});

test("tints are spread, and stay", () => {
  const tints = Array.from({ length: 500 }, (_, at) => quietTint(`0198c0de-${at}`));
  for (const tint of new Set(tints)) expect(tints.filter((it) => it === tint).length).toBeGreaterThan(60);
  expect(new Set(tints).size).toBe(5);
  expect(quietTint("person-128")).toBe(quietTint("person-128"));
});

test("the view one is in is marked as the page", () => {
  const html = plainMarkup(
    <TabLinks
      label="Views"
      tabs={[
        { href: "/a", label: "A", current: true },
        { href: "/b", label: "B" },
      ]}
    />,
  );
  expect(html.match(/aria-current="page"/g)).toHaveLength(1);
  expect(html).toMatch(/<nav aria-label="Views"/);
});

test("at either end a pager offers one way", () => {
  const html = plainMarkup(<Pager label="Pages" older={{ href: "?after=1", label: "Older" }} />);
  expect(html.match(/<a /g)).toHaveLength(1);
});

test("a table is one: columns, rows called by their lead, a region that a keyboard can scroll", () => {
  const html = plainMarkup(
    <Table label="People">
      <TableHead>
        <TableColumn sortHref="?sort=name" sorted="ascending">
          Name
        </TableColumn>
        <TableColumn align="end">Brought</TableColumn>
      </TableHead>
      <TableBody>
        <TableRow>
          <TableLead href="/p/1">陈雨泽</TableLead>
          <TableCell align="end">11</TableCell>
        </TableRow>
      </TableBody>
    </Table>,
  );
  expect(html).toMatch(/<section aria-label="People" tabindex="0"/);
  expect(html).toMatch(/<th scope="col" aria-sort="ascending"/);
  expect(html).toMatch(/<th scope="row"/);
});

test("progress says how far", () => {
  const html = plainMarkup(<Progress label="Importing" value={12} max={20} figure="12 of 20" />);
  for (const attribute of ['aria-valuenow="12"', 'aria-valuemax="20"', 'aria-valuetext="12 of 20"'])
    expect(html).toContain(attribute);
});

test("a moment is written in the zone and the language that were asked for", () => {
  const at = (locale: "en" | "zh-CN", zone: string) =>
    plainMarkup(<Time value="2026-11-28T17:30:00Z" locale={locale} zone={zone} />);
  expect(at("zh-CN", "Asia/Shanghai")).toMatch(/<time dateTime="2026-11-28T17:30:00.000Z"[^>]*>2026年11月29日</);
  expect(at("en", "Europe/Dublin")).toMatch(/>Nov 28, 2026</);
});
