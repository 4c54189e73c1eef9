import { Button } from "../actions/button.tsx";
import { Definition, DefinitionList } from "../layout/definition-list.tsx";
import { Figure, Figures } from "../layout/figures.tsx";
import { PageHeader } from "../layout/page-header.tsx";
import { Row, Stack } from "../layout/stack.tsx";
import { Avatar } from "../marks/avatar.tsx";
import { Chip } from "../marks/chip.tsx";
import { Pager } from "../navigation/pager.tsx";
import { TabLinks } from "../navigation/tab-links.tsx";
import { Table, TableBody, TableHead, TableRow } from "../tables/table.tsx";
import { TableCell, TableColumn, TableLead } from "../tables/table-cell.tsx";
import { Time } from "../text/time.tsx";
import { samplePeople } from "./sample-people.ts";
import type { GroupProps } from "./say.ts";
import { Specimen } from "./specimen.tsx";

const ZONE = "Asia/Shanghai";

export function ListsGroup({ locale, say }: GroupProps) {
  return (
    <>
      <Specimen name={say("A list", "列表")}>
        <PeopleList locale={locale} say={say} />
      </Specimen>
      <Specimen name={say("One person", "一个人")}>
        <Stack>
          <PageHeader
            level={2}
            mark={<Avatar id="person-128" name="陈雨泽" size="l" />}
            title="陈雨泽"
            description={say("Chén Yǔzé · Qinghe Outdoor · member since 2024", "青禾户外 · 2024 年加入")}
            actions={<Button>{say("Thank", "致谢")}</Button>}
          />
          <DefinitionList>
            <Definition term={say("E-mail", "邮箱")}>p128.zh@example.com</Definition>
            <Definition term={say("WeChat", "微信")}>wx_128_lotus</Definition>
            <Definition term={say("Owner", "负责人")}>{say("Lin Qiao", "林乔")}</Definition>
            <Definition term={say("In", "所在")}>
              <Row gap={1}>
                <Chip tone="seal">{say("Leaders", "领路人")}</Chip>
                <Chip>{say("Shanghai", "上海")}</Chip>
                <Chip>{say("Camping", "露营")}</Chip>
              </Row>
            </Definition>
          </DefinitionList>
          <Figures>
            <Figure value="11">{say("brought", "带来")}</Figure>
            <Figure value="6">{say("events", "活动")}</Figure>
            <Figure value="143">{say("answers", "回答")}</Figure>
            <Figure value="¥4,280">{say("spent", "消费")}</Figure>
          </Figures>
        </Stack>
      </Specimen>
      <Specimen name={say("Time", "时间")}>
        <dl className="grid gap-x-s4 gap-y-s1 text-s sm:grid-cols-[auto_1fr]">
          {(["date", "day", "time", "moment", "zoned"] as const).map((show) => (
            <div key={show} className="contents">
              <dt className="text-ink-3">{show}</dt>
              <dd>
                <Time value="2026-11-28T06:00:00Z" locale={locale} zone={ZONE} show={show} />
              </dd>
            </div>
          ))}
        </dl>
      </Specimen>
    </>
  );
}

function PeopleList({ locale, say }: GroupProps) {
  return (
    <Stack gap={3}>
      <PageHeader
        level={2}
        title={say("People", "人员")}
        description={say(
          "Everyone who has come, written, bought or been brought.",
          "来过、写过、买过，或被人带来的每一位。",
        )}
        actions={
          <>
            <Button look="quiet">{say("Import", "导入")}</Button>
            <Button look="primary">{say("Add person", "添加人员")}</Button>
          </>
        }
      />
      <TabLinks
        label={say("Views", "视图")}
        tabs={[
          { href: "#everyone", label: say("Everyone", "所有人"), count: "5,214", current: true },
          { href: "#answers", label: say("Answer-givers", "答疑者"), count: "86" },
          { href: "#silent", label: say("Came twice, silent since", "来过两次，此后无声"), count: "312" },
        ]}
      />
      <Table label={say("People", "人员")}>
        <TableHead>
          <TableColumn>{say("Name", "姓名")}</TableColumn>
          <TableColumn>{say("Stage", "阶段")}</TableColumn>
          <TableColumn align="end" sortHref="#by-brought" sorted="descending">
            {say("Brought", "带来")}
          </TableColumn>
          <TableColumn align="end" sortHref="#by-answers">
            {say("Answers", "回答")}
          </TableColumn>
          <TableColumn>{say("Last seen", "最近")}</TableColumn>
        </TableHead>
        <TableBody>
          {samplePeople(say).map((person, at) => (
            <TableRow key={person.id} selected={at === 0}>
              <TableLead mark={<Avatar id={person.id} name={person.name} />} href={`#${person.id}`}>
                {person.name}
              </TableLead>
              <TableCell>
                <Chip tone={person.tone}>{person.stage}</Chip>
              </TableCell>
              <TableCell align="end">{person.brought}</TableCell>
              <TableCell align="end">{person.answers}</TableCell>
              <TableCell quiet>
                <Time value={person.seen} locale={locale} zone={ZONE} show="day" />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Pager
        label={say("Pages", "翻页")}
        summary={say("6 of 5,214", "6 / 5,214")}
        newer={{ href: "#newer", label: say("Newer", "较新") }}
        older={{ href: "#older", label: say("Older", "较早") }}
      />
    </Stack>
  );
}
