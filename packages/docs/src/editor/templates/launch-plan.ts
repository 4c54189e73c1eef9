import { callout, heading, line, page, points, steps, table, tasks } from "./parts.ts";
import type { TemplateIn } from "./template.ts";

export const launchPlan: TemplateIn = {
  en: {
    name: "Launch plan",
    description: "What goes out, to whom, on which day, and when to call it off.",
    json: page(
      "Launch: ",
      line("*Day*  · *Owner*  · *State* on course / in doubt / stopped"),
      heading("In one sentence"),
      callout(
        "idea",
        "For (whom), who (have this trouble), it is (what), and unlike (what they use now), it (does what).",
      ),
      heading("How we will know"),
      table(["Measure", "Today", "After a week", "After a quarter", "Where it is read"], ["", "", "", "", ""]),
      heading("Who hears it, in this order"),
      steps(
        "Colleagues who answer questions: a week before, with the awkward questions and their answers",
        "Customers who asked for it: by name, a day before",
        "Everybody else: on the day",
      ),
      heading("Go or no go"),
      tasks(
        "It works for a newcomer with nothing set up",
        "Price, terms and what happens to old plans are written where customers read",
        "Help page, two minutes' film, words in both languages",
        "The way back has been tried, not only planned",
      ),
      heading("The day"),
      table(
        ["Time", "What", "Who"],
        ["08:00", "Last look, go or no go", ""],
        ["09:00", "On for one in ten; look at errors and letters", ""],
        ["11:00", "On for all, announcement out", ""],
        ["17:00", "What we saw, what we mend tonight", ""],
      ),
      callout("warning", "We go back without asking anybody if: "),
      heading("Afterwards"),
      points("One week: what was asked most", "One month: measures above, and what we would leave out next time"),
    ),
  },
  "zh-CN": {
    name: "上线计划",
    description: "上什么、先告诉谁、哪天上，什么情况下撤。",
    json: page(
      "上线：",
      line("*日期*　　*负责人*　　*状态* 正常／存疑／叫停"),
      heading("一句话说清"),
      callout("idea", "给（谁），他们正为（什么）发愁；这是（什么），和现在用的（什么）不同，它能（怎样）。"),
      heading("怎样算成"),
      table(["看哪个数", "现在", "一周后", "一季后", "在哪儿看"], ["", "", "", "", ""]),
      heading("先后告诉谁"),
      steps(
        "要答疑的同事：提前一周，连同难答的问题和答法",
        "提过这个要求的客户：提前一天，点名告知",
        "其他所有人：当天",
      ),
      heading("能不能上"),
      tasks(
        "什么都没设过的新人也能用起来",
        "价格、条款、老套餐怎么办，客户看得到",
        "帮助页、两分钟演示、中英文案齐了",
        "退回去的办法演练过，不只写在纸上",
      ),
      heading("当天"),
      table(
        ["时间", "做什么", "谁"],
        ["08:00", "最后看一遍，定上不上", ""],
        ["09:00", "放一成用户，盯报错和来信", ""],
        ["11:00", "全量，发公告", ""],
        ["17:00", "碰一下：看到什么，今晚修什么", ""],
      ),
      callout("warning", "出现以下情况，值班人直接回退，不用请示："),
      heading("之后"),
      points("一周：被问得最多的是什么", "一个月：对照上面的数，下次哪些可以省"),
    ),
  },
};
