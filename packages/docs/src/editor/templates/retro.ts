import { callout, heading, line, page, points, table, tasks } from "./parts.ts";
import type { TemplateIn } from "./template.ts";

export const retro: TemplateIn = {
  en: {
    name: "Retrospective",
    description: "What happened, what we keep, and one thing we change.",
    json: page(
      "Looking back at ",
      callout(
        "info",
        "Everybody did the best they could with what they knew that day. We look for what made it hard, not for who.",
      ),
      heading("What happened"),
      table(["When", "What", "What we knew then"], ["", "", ""]),
      heading("Keep"),
      points("What went well because we did something, and would again"),
      heading("Hard"),
      points("What cost more than it should have; write it before anybody speaks"),
      heading("Why, and why that"),
      line("Take the one with the most nods. Ask why until the answer is something we can change."),
      heading("We change"),
      tasks("One thing, small enough to have been done by the next time, with a name"),
      heading("Last time we said"),
      points("And did we?"),
    ),
  },
  "zh-CN": {
    name: "复盘",
    description: "发生了什么、留下什么、下次只改一件。",
    json: page(
      "复盘：",
      callout("info", "当时每个人都按自己知道的尽力了。我们找的是哪里难，不是谁的错。"),
      heading("经过"),
      table(["何时", "何事", "当时知道什么"], ["", "", ""]),
      heading("做对了的"),
      points("因为我们做了什么才顺，下次还这样"),
      heading("费劲的"),
      points("本不该这么费劲的；先各写各的，再开口"),
      heading("追问下去"),
      line("挑大家最有同感的一条，一直问为什么，问到我们改得动的地方为止。"),
      heading("这次改"),
      tasks("只一件，小到下次复盘前一定做完，写上名字"),
      heading("上次说要改的"),
      points("改了吗？"),
    ),
  },
};
