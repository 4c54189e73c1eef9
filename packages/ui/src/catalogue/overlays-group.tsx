import { useState } from "react";
import { Button } from "../actions/button.tsx";
import { LeaveDialog } from "../forms/leave-dialog.tsx";
import { SaveState } from "../forms/save-state.tsx";
import { SubmitRow } from "../forms/submit-row.tsx";
import { ShortcutKeys } from "../keys/shortcut-keys.tsx";
import { Row, Stack } from "../layout/stack.tsx";
import { ConfirmByName } from "../overlays/confirm-by-name.tsx";
import { ConfirmDialog } from "../overlays/confirm-dialog.tsx";
import { PopoverCard } from "../overlays/popover-card.tsx";
import { ShortcutSheet } from "../overlays/shortcut-sheet.tsx";
import { toast } from "../overlays/toast.ts";
import { ToastPlace } from "../overlays/toast-place.tsx";
import { Tooltip } from "../overlays/tooltip.tsx";
import { CommandPalette } from "../palette/command-palette.tsx";
import { samplePeople } from "./sample-people.ts";
import type { GroupProps, Say } from "./say.ts";
import { Specimen } from "./specimen.tsx";

export function OverlaysGroup({ say }: GroupProps) {
  return (
    <>
      <Specimen name={say("Word with an undo", "可撤销的消息")}>
        <Row>
          <Button
            onPress={() => {
              toast({
                text: say("陈雨泽 is moved to Leaders.", "陈雨泽已移到「领路人」。"),
                tone: "done",
                undo: () => toast({ text: say("As it was.", "已恢复原样。") }),
              });
            }}
          >
            {say("Move", "移动")}
          </Button>
          <Button onPress={() => toast({ text: say("The link is in your clipboard.", "链接已复制。") })}>
            {say("Say something", "说句话")}
          </Button>
          <Button
            look="quiet"
            onPress={() =>
              toast({
                text: say("The mail could not be sent.", "邮件没有发出去。"),
                tone: "problem",
                act: {
                  label: say("Try again", "再试一次"),
                  onPress: () => toast({ text: say("On its way.", "正在发送。") }),
                },
              })
            }
          >
            {say("Something failed", "出了问题")}
          </Button>
          <ToastPlace />
        </Row>
      </Specimen>
      <Specimen name={say("Command palette", "命令面板")}>
        <Palette say={say} />
      </Specimen>
      <Specimen name={say("Shortcuts", "快捷键")}>
        <Shortcuts say={say} />
      </Specimen>
      <Specimen name={say("Cannot be undone", "无法撤销")}>
        <Stack gap={4}>
          <Row>
            <ConfirmDialog
              title={say("Remove this reply?", "删除这条回复？")}
              description={say("Three people have thanked for it.", "已有三位为它致谢。")}
              act={say("Remove it", "删除")}
              button={<Button look="danger">{say("Remove reply", "删除回复")}</Button>}
              onConfirm={() => toast({ text: say("Removed.", "已删除。") })}
            />
            <ConfirmDialog
              title={say("Close Yuanshan Outdoor for good?", "永久关闭远山户外？")}
              description={say("5,214 people and 62 events go with it.", "5,214 位成员和 62 场活动将一并删除。")}
              named={say("Yuanshan Outdoor", "远山户外")}
              act={say("Close it for good", "永久关闭")}
              button={<Button look="danger">{say("Close by its name", "输入名称后关闭")}</Button>}
              onConfirm={() => toast({ text: say("Closed.", "已关闭。") })}
            />
          </Row>
          <form method="post" action="#overlays" className="max-w-form">
            <ConfirmByName
              named={say("Yuanshan Outdoor", "远山户外")}
              act={say("Close this hall", "关闭会馆")}
              error={say("That is not its name.", "名称不一致。")}
            />
          </form>
        </Stack>
      </Specimen>
      <Specimen name={say("Leaving a form", "离开表单")}>
        <Leaving say={say} />
      </Specimen>
      <Specimen name={say("Saved or not", "保存状态")}>
        <Stack gap={3}>
          <Row gap={5}>
            <SaveState state="saved" />
            <SaveState state="saving" />
            <SaveState state="unsaved" />
            <SaveState state="failed" />
          </Row>
          <SubmitRow label={say("Save changes", "保存修改")} state="saved">
            <Button look="quiet">{say("Discard", "放弃修改")}</Button>
          </SubmitRow>
          <SubmitRow label={say("Save changes", "保存修改")} pending />
        </Stack>
      </Specimen>
      <Specimen name={say("A word beside", "旁注")}>
        <Row gap={3}>
          <Tooltip text={say("Add person", "添加人员")} shortcut="N">
            <Button icon="plus" label={say("Add person", "添加人员")} />
          </Tooltip>
          <PopoverCard
            label={say("About reach", "关于影响力")}
            button={<Button look="quiet" icon="info" label={say("What is reach?", "什么是影响力？")} />}
          >
            <p className="max-w-form">
              {say("Reach counts the people who came because of somebody.", "影响力，是因某人而来的人数。")}
            </p>
          </PopoverCard>
        </Row>
      </Specimen>
    </>
  );
}

function Palette({ say }: { readonly say: Say }) {
  const [open, setOpen] = useState(false);
  const people = samplePeople(say);
  return (
    <Row>
      <Button icon="search" onPress={() => setOpen(true)}>
        {say("Search or do", "搜索或执行")}
      </Button>
      <ShortcutKeys shortcut="mod+k" />
      <CommandPalette
        open={open}
        onOpenChange={setOpen}
        recent={[
          {
            id: "ridge",
            label: say("Autumn Ridge Camp", "秋脊露营"),
            icon: "calendar",
            hint: say("28 November", "11 月 28 日"),
          },
        ]}
        groups={[
          {
            title: say("Do", "执行"),
            actions: [
              { id: "add", label: say("Add person", "添加人员"), icon: "plus", shortcut: "n", keywords: "tianjia new" },
              { id: "import", label: say("Import people", "导入人员"), icon: "upload" },
              { id: "theme", label: say("Dim the lights", "切换到深色"), icon: "moon" },
            ],
          },
          {
            title: say("Go to", "前往"),
            actions: [
              { id: "people", label: say("People", "人员"), icon: "people", hint: "5,214", shortcut: "g p" },
              { id: "events", label: say("Events", "活动"), icon: "calendar", shortcut: "g e" },
              { id: "settings", label: say("Settings", "设置"), icon: "settings" },
            ],
          },
        ]}
        foundTitle={say("People", "人员")}
        find={(query) =>
          Promise.resolve(
            people
              .filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))
              .map(({ id, name, stage }) => ({ id, label: name, hint: stage, icon: "person" as const })),
          )
        }
        onRun={({ label }) => toast({ text: label })}
      />
    </Row>
  );
}

function Shortcuts({ say }: { readonly say: Say }) {
  const [open, setOpen] = useState(false);
  const [enabled, setEnabled] = useState(true);
  return (
    <Row>
      <Button onPress={() => setOpen(true)}>{say("Show the keys", "查看快捷键")}</Button>
      <ShortcutKeys shortcut="?" />
      <ShortcutSheet
        open={open}
        onOpenChange={setOpen}
        enabled={enabled}
        onEnabledChange={setEnabled}
        groups={[
          {
            title: say("Everywhere", "任何地方"),
            shortcuts: [
              { keys: "mod+k", label: say("Search or do", "搜索或执行") },
              { keys: "?", label: say("Show the keys", "查看快捷键") },
              { keys: "g p", label: say("To people", "前往人员") },
            ],
          },
          {
            title: say("In a list", "在列表中"),
            shortcuts: [
              { keys: "x", label: say("Choose a row", "选择一行") },
              { keys: "mod+z", label: say("Undo", "撤销") },
            ],
          },
        ]}
      />
    </Row>
  );
}

function Leaving({ say }: { readonly say: Say }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{say("Leave with edits", "带着改动离开")}</Button>
      <LeaveDialog open={open} onStay={() => setOpen(false)} onLeave={() => setOpen(false)} />
    </>
  );
}
