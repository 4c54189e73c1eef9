import { useState } from "react";
import { Button } from "../actions/button.tsx";
import { ButtonLink } from "../actions/button-link.tsx";
import { Dialog } from "../actions/dialog.tsx";
import { Menu } from "../actions/menu.tsx";
import { MenuItem, MenuSection } from "../actions/menu-item.tsx";
import { TextField } from "../forms/text-field.tsx";
import { Row, Stack } from "../layout/stack.tsx";
import { TextLink } from "../text/text-link.tsx";
import type { GroupProps, Say } from "./say.ts";
import { Specimen } from "./specimen.tsx";

export function ActionsGroup({ say }: GroupProps) {
  return (
    <>
      <Specimen name={say("Looks", "样式")}>
        <Row>
          <Button look="primary" icon="plus">
            {say("Add person", "添加人员")}
          </Button>
          <Button>{say("Export", "导出")}</Button>
          <Button look="quiet">{say("Import", "导入")}</Button>
          <Button look="danger">{say("Close this hall", "关闭会馆")}</Button>
          <Button icon="settings" label={say("Settings", "设置")} />
          <Button look="quiet" icon="more" label={say("More", "更多")} />
        </Row>
      </Specimen>
      <Specimen name={say("Pending", "进行中")}>
        <Pending say={say} />
      </Specimen>
      <Specimen name={say("Disabled", "不可用")}>
        <Row>
          <Button look="primary" disabled>
            {say("Add person", "添加人员")}
          </Button>
          <Button disabled>{say("Export", "导出")}</Button>
          <Button look="danger" disabled>
            {say("Close this hall", "关闭会馆")}
          </Button>
        </Row>
      </Specimen>
      <Specimen name={say("Sizes", "大小")}>
        <Row gap={3}>
          <Button size="s" icon="check">
            {say("Done", "完成")}
          </Button>
          <Button>{say("Thank", "致谢")}</Button>
          <Button look="primary" size="l">
            {say("Register · ¥320", "报名 · ￥320")}
          </Button>
        </Row>
      </Specimen>
      <Specimen name={say("Links", "链接")}>
        <Row gap={3}>
          <ButtonLink href="#actions" look="primary">
            {say("Open a hall", "开设会馆")}
          </ButtonLink>
          <ButtonLink href="#actions" icon="download">
            {say("Invoice", "发票")}
          </ButtonLink>
          <TextLink href="#actions" alone>
            {say("Forgot it?", "忘记密码？")}
          </TextLink>
        </Row>
      </Specimen>
      <Specimen name={say("Menu", "菜单")}>
        <Menu label={say("More for this person", "更多操作")} button={<Button>{say("More", "更多")}</Button>}>
          <MenuItem icon="mail" shortcut="M">
            {say("Write to her", "写信")}
          </MenuItem>
          <MenuItem icon="document" href="#actions">
            {say("Open her record", "打开记录")}
          </MenuItem>
          <MenuSection title={say("Rarely", "少用")}>
            <MenuItem icon="people" disabled>
              {say("Merge", "合并")}
            </MenuItem>
            <MenuItem icon="close" danger>
              {say("Remove", "移除")}
            </MenuItem>
          </MenuSection>
        </Menu>
      </Specimen>
      <Specimen name={say("Dialog", "对话框")}>
        <Row>
          <Dialog
            title={say("Invite to Yuanshan Outdoor", "邀请加入远山户外")}
            description={say("They get a mail with a link that lasts seven days.", "对方会收到邮件，链接七天内有效。")}
            closeLabel={say("Close", "关闭")}
            button={<Button look="primary">{say("Invite", "邀请")}</Button>}
            actions={(close) => (
              <>
                <Button look="primary" onPress={close}>
                  {say("Send invitation", "发送邀请")}
                </Button>
                <Button look="quiet" onPress={close}>
                  {say("Not now", "以后再说")}
                </Button>
              </>
            )}
          >
            <TextField name="invite-email" type="email" label={say("E-mail", "邮箱")} autoComplete="off" />
          </Dialog>
          <Dialog
            alert
            title={say("Close Yuanshan Outdoor for good?", "永久关闭远山户外？")}
            description={say(
              "5,214 people and 62 events go with it. This cannot be undone.",
              "5,214 位成员和 62 场活动将一并删除，无法撤销。",
            )}
            closeLabel={say("Close", "关闭")}
            button={<Button look="danger">{say("Close this hall", "关闭会馆")}</Button>}
            actions={(close) => (
              <>
                <Button look="danger" onPress={close}>
                  {say("Close it for good", "永久关闭")}
                </Button>
                <Button look="quiet" onPress={close}>
                  {say("Keep it", "保留")}
                </Button>
              </>
            )}
          />
        </Row>
      </Specimen>
    </>
  );
}

function Pending({ say }: { readonly say: Say }) {
  const [pending, setPending] = useState(true);
  return (
    <Stack gap={2}>
      <Row>
        <Button look="primary" pending={pending}>
          {say("Save", "保存")}
        </Button>
        <Button pending={pending}>{say("Export", "导出")}</Button>
        <Button look="quiet" onPress={() => setPending(!pending)}>
          {pending ? say("Let it finish", "让它完成") : say("Start again", "重新开始")}
        </Button>
      </Row>
    </Stack>
  );
}
