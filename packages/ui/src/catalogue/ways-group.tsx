import { Button } from "../actions/button.tsx";
import { Banner } from "../feedback/banner.tsx";
import { Stack } from "../layout/stack.tsx";
import { Breadcrumbs } from "../navigation/breadcrumbs.tsx";
import { Segments } from "../navigation/segments.tsx";
import { Steps } from "../navigation/steps.tsx";
import { Tabs } from "../navigation/tabs.tsx";
import { Checklist } from "../records/checklist.tsx";
import { WithoutScript, WithScript } from "../scripts.tsx";
import type { GroupProps } from "./say.ts";
import { Specimen } from "./specimen.tsx";

export function WaysGroup({ say }: GroupProps) {
  return (
    <>
      <Specimen name={say("The way here", "面包屑")}>
        <Breadcrumbs
          trail={[
            { label: say("Events", "活动"), href: "#ways" },
            { label: say("Autumn Ridge Camp", "秋脊露营"), href: "#ways-camp" },
            { label: say("Guests", "来客") },
          ]}
        />
      </Specimen>
      <Specimen name={say("Tabs without an address", "页内标签")}>
        <Tabs
          label={say("Invite", "邀请")}
          tabs={[
            {
              id: "mail",
              label: say("By mail", "邮件邀请"),
              content: <p>{say("A letter with a link that lasts seven days.", "发一封信，链接七天内有效。")}</p>,
            },
            {
              id: "link",
              label: say("By link", "链接邀请"),
              count: "3",
              content: <p>{say("One link for everybody who has it.", "一条链接，人人可用。")}</p>,
            },
            {
              id: "code",
              label: say("By code", "扫码邀请"),
              content: <p>{say("To be printed and hung at the door.", "打印出来，挂在门口。")}</p>,
            },
          ]}
        />
      </Specimen>
      <Specimen name={say("With a script and without", "有无脚本")}>
        <WithScript>
          <Button icon="copy">{say("Copy the address", "复制链接")}</Button>
        </WithScript>
        <WithoutScript>
          <p>{say("The address can be selected and copied.", "可选中链接后复制。")}</p>
        </WithoutScript>
      </Specimen>
      <Specimen name={say("Ways of looking", "视图切换")}>
        <Segments
          label={say("Show deals as", "商机显示为")}
          segments={[
            { href: "#board", label: say("Board", "看板"), icon: "columns", current: true },
            { href: "#table", label: say("List", "列表"), icon: "menu" },
          ]}
        />
      </Specimen>
      <Specimen name={say("Several pages", "分步进行")}>
        <Steps
          label={say("Import", "导入")}
          at={1}
          steps={[
            { label: say("Choose a file", "选择文件"), href: "#ways-file" },
            { label: say("Match the columns", "对应列") },
            { label: say("Look it over", "核对") },
            { label: say("Import", "导入") },
          ]}
        />
      </Specimen>
      <Specimen name={say("First steps", "开馆清单")}>
        <Checklist
          level={3}
          title={say("Open your hall", "开馆准备")}
          text={say("Half an hour, and the first guests can come.", "半小时后，就可以迎来第一批客人。")}
          dismiss={<Button size="s" look="quiet" icon="close" label={say("Put away", "收起")} />}
          steps={[
            { id: "name", label: say("Give it a name and a colour", "取名、定色"), done: true },
            { id: "people", label: say("Bring your people", "带来你的成员"), done: true },
            {
              id: "event",
              label: say("Announce a first event", "发布第一场活动"),
              text: say("A walk, a dinner, an evening by the fire.", "一次徒步、一顿晚餐，或一晚围炉。"),
              done: false,
              href: "#ways-event",
              act: say("Plan an event", "筹备活动"),
            },
            {
              id: "team",
              label: say("Invite who helps you", "邀请帮手"),
              done: false,
              href: "#ways-team",
              act: say("Invite", "邀请"),
            },
            {
              id: "pay",
              label: say("Say how you are paid", "设置收款"),
              done: false,
              href: "#ways-pay",
              act: say("Set up", "设置"),
            },
          ]}
        />
      </Specimen>
      <Specimen name={say("Across the top", "顶部横幅")}>
        <Stack gap={2}>
          <Banner kind="trial" action={<Button size="s">{say("Choose a plan", "选择方案")}</Button>}>
            {say("Your trial ends in nine days.", "试用还有九天。")}
          </Banner>
          <Banner kind="offline">
            {say("No connection. What you write is kept here until it is back.", "网络已断开，内容先保存在本机。")}
          </Banner>
          <Banner kind="closed" action={<Button size="s">{say("Pay the invoice", "支付账单")}</Button>}>
            {say(
              "This hall can be read, not changed, until the invoice is paid.",
              "账单付清之前，会馆只能查看，不能修改。",
            )}
          </Banner>
          <Banner kind="word">
            {say("Sunday from 02:00 to 02:10 the house is swept.", "周日 02:00 至 02:10 例行维护。")}
          </Banner>
        </Stack>
      </Specimen>
    </>
  );
}
