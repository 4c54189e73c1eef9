import { callout, facts, heading, line, page, points, table, tasks } from "./parts.ts";
import type { TemplateIn } from "./template.ts";

export const eventPlan: TemplateIn = {
  en: {
    name: "Event plan",
    description: "From the reason for it to who locks the door, for an evening or a week.",
    json: page(
      "Event plan: ",
      callout(
        "idea",
        "Who goes home with what they did not come with? If this line is hard to write, wait with the rest.",
      ),
      heading("At a glance"),
      facts(
        "When",
        "Where, and where if it rains",
        "For whom, and how many",
        "What it costs them, what it costs us",
        "Who leads",
      ),
      heading("How it runs"),
      table(
        ["Time", "What happens", "Who", "Needs"],
        ["−2 h", "Set up, sound, signs from the street", "", ""],
        ["0", "Doors, somebody greets by name", "", ""],
        ["", "", "", ""],
        ["End", "Clear, lost and found, lock up", "", ""],
      ),
      heading("Money"),
      table(
        ["", "Planned", "Was"],
        ["Tickets", "", ""],
        ["Room", "", ""],
        ["Food and drink", "", ""],
        ["What is left", "", ""],
      ),
      heading("Before"),
      tasks(
        "Six weeks: room signed, date checked against holidays and the neighbours' events",
        "Four weeks: invitation out, tickets open, waiting list on",
        "Two weeks: helpers asked by name, food for allergies asked about",
        "Two days: reminder with the way there and a telephone number",
      ),
      heading("If something goes wrong"),
      points(
        "First aid, who and where the box is",
        "Speaker is ill: who steps in",
        "Twice as many come, half as many come",
      ),
      heading("After"),
      tasks(
        "Thanks within a day, to helpers first",
        "Pictures to those who are in them, before anybody else",
        "Bills paid, table above filled in",
      ),
      line(),
    ),
  },
  "zh-CN": {
    name: "活动方案",
    description: "从为什么办，到最后谁锁门，一晚或一周都用得上。",
    json: page(
      "活动方案：",
      callout("idea", "来的人，走的时候多带走了什么？这句写不出来，后面先不用写。"),
      heading("一览"),
      facts("时间", "地点，以及下雨怎么办", "请谁来，多少人", "收多少，花多少", "总负责"),
      heading("流程"),
      table(
        ["时间", "环节", "谁", "要备什么"],
        ["提前 2 小时", "布场、试音、路口贴指引", "", ""],
        ["开场", "签到，门口有人叫得出名字", "", ""],
        ["", "", "", ""],
        ["散场", "清场、失物、锁门", "", ""],
      ),
      heading("预算"),
      table(["", "预计", "实际"], ["票款", "", ""], ["场地", "", ""], ["餐饮", "", ""], ["结余", "", ""]),
      heading("会前"),
      tasks(
        "提前六周：签下场地，避开节假日和同行的活动",
        "提前四周：发邀请、开票、开候补",
        "提前两周：志愿者一个个请到，问清忌口",
        "提前两天：再提醒一次，附路线和一个打得通的电话",
      ),
      heading("万一"),
      points("急救：谁会，药箱在哪", "嘉宾来不了：谁顶上", "来了一倍的人，或只来一半"),
      heading("会后"),
      tasks("当天或次日道谢，先谢志愿者", "照片先给照片里的人看过", "账结清，把上面的“实际”填完"),
      line(),
    ),
  },
};
