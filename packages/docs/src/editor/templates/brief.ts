import { callout, heading, line, page, points, table } from "./parts.ts";
import type { TemplateIn } from "./template.ts";

export const brief: TemplateIn = {
  en: {
    name: "Brief",
    description: "One page for whoever is to make it: why, for whom, what for certain, what not.",
    json: page(
      "Brief: ",
      line("*Asked by*  · *Made by*  · *Needed by*  · *May cost*  "),
      heading("Why now"),
      line(),
      heading("For whom"),
      callout(
        "idea",
        "One person we know, by name: what they are doing when they meet it, and what they do right after.",
      ),
      heading("It must"),
      points("At most three. What is left is taste, and theirs who make it."),
      heading("It must not"),
      points("Lines that are not crossed: promises we cannot keep, words we do not use"),
      heading("What there is already"),
      points("Links to what was tried, and what came of it"),
      heading("Who says yes"),
      table(["To what", "Who", "Until when"], ["Direction", "", ""], ["Finished work", "", ""]),
    ),
  },
  "zh-CN": {
    name: "需求简报",
    description: "给动手的人看的一页：为何做、给谁、必须怎样、不许怎样。",
    json: page(
      "简报：",
      line("*提出*　　*制作*　　*何时要*　　*预算*　"),
      heading("为什么是现在"),
      line(),
      heading("给谁"),
      callout("idea", "写一个我们认识的人，有名有姓：他碰到它时在做什么，看完马上会去做什么。"),
      heading("必须"),
      points("最多三条。其余交给做的人，那是他们的本事。"),
      heading("不许"),
      points("不能碰的线：兑现不了的承诺、我们不用的说法"),
      heading("手头已有"),
      points("以前试过的，附链接，也写上结果如何"),
      heading("谁点头"),
      table(["定什么", "谁", "哪天前"], ["方向", "", ""], ["成稿", "", ""]),
    ),
  },
};
