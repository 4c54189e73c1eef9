import { Button } from "../actions/button.tsx";
import { Row } from "../layout/stack.tsx";
import { Avatar } from "../marks/avatar.tsx";
import { Chip } from "../marks/chip.tsx";
import { QrCode } from "../qr/qr-code.tsx";
import { DeviceItem } from "../records/device-item.tsx";
import { NotificationItem } from "../records/notification-item.tsx";
import { Timeline, TimelineDay, TimelineItem } from "../records/timeline.tsx";
import { Time } from "../text/time.tsx";
import type { GroupProps } from "./say.ts";
import { Specimen } from "./specimen.tsx";

const ZONE = "Asia/Shanghai";

export function RecordsGroup({ locale, say }: GroupProps) {
  const at = (value: string, show: "time" | "day" | "date" = "day") => (
    <Time value={value} locale={locale} zone={ZONE} show={show} />
  );
  return (
    <>
      <Specimen name={say("Timeline", "时间线")}>
        <div className="max-w-form">
          <Timeline label={say("Timeline of 陈雨泽", "陈雨泽的时间线")}>
            <TimelineDay>{say("Today", "今天")}</TimelineDay>
            <TimelineItem
              icon="phone"
              face={<Avatar id="person-204" name="林乔" size="s" />}
              time={at("2026-11-23T02:12:00Z", "time")}
              body={<p>{say("She brings two friends.", "她会带两位朋友来。")}</p>}
            >
              {say("林乔 called 陈雨泽", "林乔致电陈雨泽")}
            </TimelineItem>
            <TimelineItem icon="person" marked time={at("2026-11-23T01:12:00Z", "time")}>
              {say("Brought 周浩宇 to Autumn Ridge Camp", "带周浩宇参加秋脊露营")}
            </TimelineItem>
            <TimelineItem
              icon="talk"
              time={at("2026-11-20T09:00:00Z")}
              quote={say("“The R-value printed on the bag is for still air…”", "“袋子上印的 R 值是无风时的……”")}
            >
              {say("Answered “Which mat below −10°?”", "回答了「零下十度用什么防潮垫？」")}
            </TimelineItem>
            <TimelineItem icon="document" time={at("2026-11-19T09:00:00Z")}>
              {say("Edited the Ridge Camp plan, 14 changes with Lin Qiao", "与林乔一起修改了露营计划，共 14 处")}
            </TimelineItem>
            <TimelineItem icon="check" time={at("2026-11-09T09:00:00Z")}>
              {say("Paid ¥320.00 for two places", "支付 ￥320.00，两个营位")} <Chip tone="jade">2026-0412</Chip>
            </TimelineItem>
          </Timeline>
        </div>
      </Specimen>
      <Specimen name={say("Word for you", "通知")}>
        <ul className="max-w-form border-t">
          <NotificationItem
            unread
            href="#records-1"
            mark={<Avatar id="person-204" name="Zoë Ó Súilleabháin" size="m" />}
            time={at("2026-11-23T01:12:00Z", "time")}
            quote={say("Could this be a poll in the group first?", "要不要先在群里投个票？")}
            actions={<Button size="s" look="quiet" icon="check" label={say("Mark as read", "标为已读")} />}
          >
            {say("Zoë Ó Súilleabháin mentioned you in Ridge Camp plan", "Zoë Ó Súilleabháin 在「露营计划」中提到了你")}
          </NotificationItem>
          <NotificationItem
            href="#records-2"
            mark={<Avatar id="person-311" name="欧阳一诺" size="m" />}
            time={at("2026-11-22T01:12:00Z")}
          >
            {say("欧阳一诺 took the last place at Gear Repair Night", "欧阳一诺订下了装备维修夜的最后一个名额")}
          </NotificationItem>
        </ul>
      </Specimen>
      <Specimen name={say("Devices", "登录设备")}>
        <ul className="max-w-read border-t">
          <DeviceItem
            kind="laptop"
            name={say("Firefox on Linux", "Linux 上的 Firefox")}
            seen={say("Hangzhou · now", "杭州 · 现在")}
            current
          />
          <DeviceItem
            kind="phone"
            name={say("Safari on iPhone", "iPhone 上的 Safari")}
            seen={say("Shanghai · yesterday", "上海 · 昨天")}
            action={<Button size="s">{say("Sign it out", "退出此设备")}</Button>}
          />
        </ul>
      </Specimen>
      <Specimen name={say("Code for a camera", "二维码")}>
        <Row gap={5}>
          <QrCode value="https://guildhall.example/t/8F2A-17C0" label={say("Ticket 8F2A-17C0", "门票 8F2A-17C0")} />
        </Row>
      </Specimen>
    </>
  );
}
