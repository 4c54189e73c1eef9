import { useState } from "react";
import { Button } from "../actions/button.tsx";
import { EmptyState } from "../feedback/empty-state.tsx";
import { SearchField } from "../forms/search-field.tsx";
import { Definition, DefinitionList } from "../layout/definition-list.tsx";
import { Avatar } from "../marks/avatar.tsx";
import { Chip } from "../marks/chip.tsx";
import { PeekLayout } from "../overlays/peek-layout.tsx";
import { PeekPanel } from "../overlays/peek-panel.tsx";
import { BulkBar } from "../tables/bulk-bar.tsx";
import { ColumnChoice } from "../tables/column-choice.tsx";
import { RowSelect, SelectAll } from "../tables/row-select.tsx";
import { SelectionForm } from "../tables/selection-form.tsx";
import { Table, TableBody, TableHead, TableRow } from "../tables/table.tsx";
import { TableCell, TableColumn, TableLead } from "../tables/table-cell.tsx";
import { TableFoot } from "../tables/table-foot.tsx";
import { TableTools } from "../tables/table-tools.tsx";
import { samplePeople } from "./sample-people.ts";
import type { GroupProps } from "./say.ts";
import { Specimen } from "./specimen.tsx";

export function TablesGroup({ say }: GroupProps) {
  return (
    <>
      <Specimen name={say("To choose from, to look into", "可选择、可预览")}>
        <Choosing say={say} />
      </Specimen>
      <Specimen name={say("Close rows", "紧凑行距")}>
        <Table label={say("Invoices", "账单")} density="compact">
          <TableHead>
            <TableColumn>{say("Number", "编号")}</TableColumn>
            <TableColumn align="end">{say("Amount", "金额")}</TableColumn>
          </TableHead>
          <TableBody>
            {["2026-0412", "2026-0413", "2026-0414"].map((number, at) => (
              <TableRow key={number}>
                <TableLead>{number}</TableLead>
                <TableCell align="end">{["¥320.00", "¥190.00", "¥1,280.00"][at]}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Specimen>
      <Specimen name={say("Nothing found", "没有结果")}>
        <EmptyState
          level={3}
          kind="no-matches"
          title={say("Nobody came twice and was silent for a year", "没有来过两次、又沉默一年的人")}
          text={say("With 90 days instead of a year there are 312.", "把一年改成 90 天，会有 312 位。")}
          action={<Button>{say("Make it 90 days", "改为 90 天")}</Button>}
        />
      </Specimen>
    </>
  );
}

function Choosing({ say }: Pick<GroupProps, "say">) {
  const [peek, setPeek] = useState<string>();
  const people = samplePeople(say);
  const seen = people.find(({ id }) => id === peek);
  const panel = seen && (
    <PeekPanel
      key={seen.id}
      title={seen.name}
      mark={<Avatar id={seen.id} name={seen.name} size="l" />}
      description={seen.stage}
      actions={<Button>{say("Thank", "致谢")}</Button>}
      fullHref={`#${seen.id}`}
      onClose={() => setPeek(undefined)}
    >
      <DefinitionList>
        <Definition term={say("Brought", "带来")}>{seen.brought}</Definition>
        <Definition term={say("Answers", "回答")}>{seen.answers}</Definition>
      </DefinitionList>
    </PeekPanel>
  );
  return (
    <PeekLayout panel={panel}>
      <TableTools
        aside={
          <ColumnChoice
            density="comfortable"
            columns={[
              { id: "stage", label: say("Stage", "阶段"), shown: true },
              { id: "brought", label: say("Brought", "带来"), shown: true },
              { id: "city", label: say("City", "城市"), shown: false },
            ]}
          />
        }
      >
        <form method="get" action="#tables" className="w-full sm:max-w-menu">
          <SearchField id="people-search" name="people" label={say("Within these", "在结果中搜索")} />
        </form>
      </TableTools>
      <SelectionForm ids={people.map(({ id }) => id)} action="#tables">
        <Table label={say("People to choose from", "可选择的人员")} slips>
          <TableHead>
            <SelectAll />
            <TableColumn>{say("Name", "姓名")}</TableColumn>
            <TableColumn>{say("Stage", "阶段")}</TableColumn>
            <TableColumn align="end">{say("Brought", "带来")}</TableColumn>
            <TableColumn>{say("Look", "预览")}</TableColumn>
          </TableHead>
          <TableBody>
            {people.map(({ id, name, stage, tone, brought }) => (
              <TableRow key={id} selected={id === peek}>
                <RowSelect id={id} name={name} />
                <TableLead mark={<Avatar id={id} name={name} />} href={`#${id}`}>
                  {name}
                </TableLead>
                <TableCell label={say("Stage", "阶段")}>
                  <Chip tone={tone}>{stage}</Chip>
                </TableCell>
                <TableCell align="end" label={say("Brought", "带来")}>
                  {brought}
                </TableCell>
                <TableCell label={say("Look", "预览")}>
                  <Button
                    size="s"
                    look="quiet"
                    icon="eye"
                    label={say(`Look at ${name}`, `预览${name}`)}
                    onPress={() => setPeek(id)}
                  />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        <BulkBar>
          <Button type="submit" size="s" name="intent" value="tag">
            {say("Tag", "打标签")}
          </Button>
          <Button type="submit" size="s" name="intent" value="invite">
            {say("Invite", "邀请")}
          </Button>
        </BulkBar>
        <TableFoot count={say("6 of 5,214", "6 / 5,214")} sums={[{ label: say("Brought", "带来"), value: "30" }]} />
      </SelectionForm>
    </PeekLayout>
  );
}
