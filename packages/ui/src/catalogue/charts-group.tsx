import { BarChart } from "../charts/bar-chart.tsx";
import { LineChart } from "../charts/line-chart.tsx";
import { Sparkline } from "../charts/sparkline.tsx";
import { StackedChart } from "../charts/stacked-chart.tsx";
import { Figure, Figures } from "../layout/figures.tsx";
import type { GroupProps } from "./say.ts";
import { Columns, Specimen } from "./specimen.tsx";

export function ChartsGroup({ say }: GroupProps) {
  const months = say(
    "Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov",
    "12月 1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月",
  ).split(" ");
  const month = say("Month", "月份");
  return (
    <>
      <Specimen name={say("Key figures", "关键数字")}>
        <Figures>
          <Figure
            value="5,214"
            change={{ text: say("+112 this month", "本月 +112"), good: true }}
            trend={
              <Sparkline
                values={[41, 44, 40, 52, 61, 58, 73, 90, 96, 104, 112]}
                label={say("New people over a year, now 112", "一年来的新成员，现为 112")}
              />
            }
          >
            {say("people", "人员")}
          </Figure>
          <Figure value="62 / 80" change={{ text: say("8 are waiting", "候补 8 人") }}>
            {say("places taken", "已订名额")}
          </Figure>
          <Figure value="¥14,880" change={{ text: say("−4% on last year", "比去年 −4%"), good: false }}>
            {say("paid", "已付")}
          </Figure>
        </Figures>
      </Specimen>
      <Specimen name={say("Side by side, and on", "对比与走势")}>
        <Columns>
          <BarChart
            title={say("Guests a month", "每月来客")}
            labelTitle={month}
            labels={months.slice(6)}
            series={[
              { name: say("New", "初次"), values: [31, 44, 52, 38, 61, 58] },
              { name: say("Came again", "再来"), values: [80, 92, 110, 121, 118, 140] },
            ]}
          />
          <LineChart
            area
            title={say("Answers given", "回答数")}
            labelTitle={month}
            labels={months}
            series={[
              { name: say("This year", "今年"), values: [12, 18, 25, 22, 31, 40, null, 44, 52, 61, 58, 70] },
              { name: say("Last year", "去年"), values: [8, 9, 14, 20, 19, 22, 26, 25, 31, 30, 34, 36] },
            ]}
          />
        </Columns>
      </Specimen>
      <Specimen name={say("Parts of a whole", "构成")}>
        <Columns>
          <StackedChart
            title={say("What was earned", "收入构成")}
            labelTitle={month}
            labels={months.slice(6)}
            format={(value) => `¥${value}k`}
            series={[
              { name: say("Tickets", "门票"), values: [12, 15, 22, 18, 26, 30] },
              { name: say("Memberships", "会费"), values: [8, 8, 9, 10, 10, 12] },
              { name: say("Gear", "装备"), values: [3, 2, 5, 6, 4, 7] },
            ]}
          />
          <BarChart
            title={say("One month, nobody", "空白的一个月")}
            labelTitle={month}
            labels={months.slice(0, 3)}
            series={[{ name: say("Guests", "来客"), values: [0, null, 0] }]}
          />
        </Columns>
      </Specimen>
    </>
  );
}
