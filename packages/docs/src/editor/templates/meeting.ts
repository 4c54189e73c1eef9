import { callout, heading, line, page, points, table, tasks } from "./parts.ts";
import type { TemplateIn } from "./template.ts";

export const meeting: TemplateIn = {
  en: {
    name: "Meeting",
    description: "What is to be decided, what was, and who does what by when.",
    json: page(
      "Meeting: ",
      line("*When*  · *Where*  · *Who*  · *Notes*  "),
      callout("info", "By the end we want to have decided: "),
      heading("On the table"),
      points(
        "Topic, who brings it, minutes it may take",
        "What has to be read before goes here as a link, not as an attachment",
      ),
      heading("Said"),
      line(),
      heading("Decided"),
      table(["Decision", "Why this and not the other", "Who decided"], ["", "", ""]),
      heading("To do"),
      tasks("One thing, one name, one day"),
      heading("Not today"),
      points("What came up and gets its own time"),
    ),
  },
  "zh-CN": {
    name: "会议记录",
    description: "要定什么、定了什么、谁在哪天前做完。",
    json: page(
      "会议：",
      line("*时间*　　*地点*　　*到会*　　*记录*　"),
      callout("info", "这次散会前要定下来的是："),
      heading("议题"),
      points("议题、由谁来讲、给几分钟", "会前要看的材料贴链接，不贴附件"),
      heading("讨论"),
      line(),
      heading("结论"),
      table(["定了什么", "为什么这样，不那样", "谁拍板"], ["", "", ""]),
      heading("待办"),
      tasks("一件事，一个人，一个日子"),
      heading("下次再议"),
      points("冒出来、但今天不谈的"),
    ),
  },
};
