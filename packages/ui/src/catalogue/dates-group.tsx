import { DateField } from "../dates/date-field.tsx";
import { ZonedTimeField } from "../dates/zoned-time-field.tsx";
import { RichTextField } from "../rich-text/rich-text-field.tsx";
import { RichTextView } from "../rich-text/rich-text-view.tsx";
import type { GroupProps } from "./say.ts";
import { Columns, Specimen } from "./specimen.tsx";

type PlanWords = { readonly bring: string; readonly story: string; readonly socks: string; readonly bus: string };

/** A paragraph with a bold word in it, and a list with a link. */
const planOf = ({ bring, story, socks, bus }: PlanWords) =>
  ({
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "text", text: bring },
          { type: "text", text: story, marks: [{ type: "bold" }] },
          { type: "text", text: socks },
        ],
      },
      {
        type: "bulletList",
        content: [
          {
            type: "listItem",
            content: [
              {
                type: "paragraph",
                content: [
                  {
                    type: "text",
                    text: bus,
                    marks: [{ type: "link", attrs: { href: "https://guildhall.example/206" } }],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  }) as const;
const PLAN = planOf({
  bring: "Bring a stove, ",
  story: "a story",
  socks: " and warm socks.",
  bus: "Bus 206 from the west gate",
});
const PLAN_ZH = planOf({ bring: "带上炉头、", story: "一个故事", socks: "和厚袜子。", bus: "西门乘 206 路" });

/** Fields that bring more script with them; they load it when the page has woken. */
export function DatesGroup({ locale, say }: GroupProps) {
  const plan = locale === "en" ? PLAN : PLAN_ZH;
  return (
    <>
      <Specimen name={say("A day", "日期")}>
        <Columns>
          <DateField
            name="birthday"
            label={say("Birthday", "生日")}
            defaultValue="1994-11-28"
            max="2026-11-23"
            description={say("Only staff see it.", "仅工作人员可见。")}
          />
          <DateField
            id="due-wrong"
            name="due"
            label={say("Due on", "截止日期")}
            error={say("A day after today.", "请选择今天之后的日期。")}
          />
        </Columns>
      </Specimen>
      <Specimen name={say("A time at a place", "某地的时间")}>
        <Columns>
          <ZonedTimeField
            name="startsAt"
            label={say("Starts", "开始")}
            defaultValue="2026-11-28T14:00"
            zone="Asia/Shanghai"
            zones={["Asia/Shanghai", "Asia/Tokyo", "Europe/Dublin", "America/New_York"]}
            required
          />
          <ZonedTimeField
            name="leapsAt"
            label={say("A time that clocks leap over", "夏令时跳过的时间")}
            defaultValue="2027-03-28T01:30"
            zone="Europe/Dublin"
          />
          <ZonedTimeField
            id="ends-wrong"
            name="endsAt"
            label={say("Ends", "结束")}
            defaultValue="2026-11-28T11:00"
            zone="Asia/Shanghai"
            error={say("It ends before it starts.", "结束时间早于开始时间。")}
          />
        </Columns>
      </Specimen>
      <Specimen name={say("A little shape", "简单排版")}>
        <Columns>
          <RichTextField
            name="letter"
            label={say("What guests should know", "来客须知")}
            description={say("Bold, italic, links and lists.", "支持加粗、斜体、链接和列表。")}
            defaultValue={plan}
          />
          <RichTextField
            id="letter-wrong"
            name="letter"
            label={say("What guests should know", "来客须知")}
            placeholder={say("Where to meet, what to bring…", "在哪里集合，带些什么……")}
            error={say("Say at least where to meet.", "至少写明集合地点。")}
          />
        </Columns>
      </Specimen>
      <Specimen name={say("And as it is read", "阅读时的样子")}>
        <div className="max-w-form">
          <RichTextView value={plan} />
        </div>
      </Specimen>
    </>
  );
}
