import { AccentField } from "../forms/accent-field.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { CodeField } from "../forms/code-field.tsx";
import { CopyField } from "../forms/copy-field.tsx";
import { FileField } from "../forms/file-field.tsx";
import { FormFields } from "../forms/form-fields.tsx";
import { RadioField } from "../forms/radio-field.tsx";
import { SearchField } from "../forms/search-field.tsx";
import { SegmentedField } from "../forms/segmented-field.tsx";
import { SwitchField } from "../forms/switch-field.tsx";
import { TextAreaField } from "../forms/text-area-field.tsx";
import type { GroupProps } from "./say.ts";
import { Columns, Specimen } from "./specimen.tsx";

/** Each field at rest, and beside it as it comes back wrong or closed. */
export function FieldsGroup({ say }: GroupProps) {
  return (
    <>
      <Specimen name={say("Longer text", "长文本")}>
        <Columns>
          <TextAreaField
            name="about"
            label={say("About this hall", "会馆简介")}
            description={say("Two or three sentences, as you would tell a guest.", "两三句话，像对来客介绍那样。")}
            defaultValue={say(
              "We walk in the hills behind Hangzhou, whatever the weather, and repair what breaks.",
              "我们在杭州背后的山里行走，风雨无阻；装备坏了，就自己修。",
            )}
            maxLength={100}
          />
          <TextAreaField
            id="about-wrong"
            name="about"
            label={say("About this hall", "会馆简介")}
            error={say("A guest should read at least one sentence.", "至少写一句，给来客看。")}
          />
        </Columns>
      </Specimen>
      <Specimen name={say("One of a few", "单选")}>
        <Columns>
          <RadioField
            name="ticket"
            label={say("Your place", "营位")}
            slips
            defaultValue="pair"
            options={[
              {
                value: "pair",
                label: say("Tent for two", "双人营位"),
                description: say("Members save ¥60", "会员省 ￥60"),
                aside: "¥320",
              },
              {
                value: "one",
                label: say("Tent for one", "单人营位"),
                description: say("Three left", "还剩 3 个"),
                aside: "¥190",
              },
              {
                value: "day",
                label: say("Day walk", "日间徒步"),
                description: say("Full; eight are waiting", "已满，候补 8 人"),
                disabled: true,
              },
            ]}
          />
          <RadioField
            id="joining-wrong"
            name="joining"
            label={say("Who may join", "谁可以加入")}
            options={[
              { value: "all", label: say("Anybody", "任何人") },
              {
                value: "asked",
                label: say("Those who ask and are let in", "申请通过的人"),
                description: say("Staff answer each one.", "由工作人员逐一答复。"),
              },
              { value: "invited", label: say("Only those who are invited", "仅限受邀的人") },
            ]}
            error={say("Please choose one.", "请选择一项。")}
          />
        </Columns>
      </Specimen>
      <Specimen name={say("Any of several", "多选")}>
        <Columns>
          <CheckboxGroup
            name="occasions"
            label={say("Write to me when", "这些时候来信告诉我")}
            defaultValue={["replies", "events"]}
            options={[
              { value: "replies", label: say("Somebody answers me", "有人回复我") },
              { value: "events", label: say("An event opens in my city", "我的城市有新活动") },
              { value: "digest", label: say("The week is over", "每周小结"), aside: say("Sundays", "周日") },
            ]}
          />
          <CheckboxGroup
            id="fire-wrong"
            name="fire"
            label={say("Who carries what", "谁背什么")}
            options={[
              { value: "stove", label: say("The stove", "炉头") },
              { value: "kit", label: say("The first-aid kit", "急救包") },
            ]}
            error={say("Somebody has to carry the first-aid kit.", "急救包总得有人背。")}
          />
        </Columns>
      </Specimen>
      <Specimen name={say("Switches", "开关")}>
        <Columns>
          <SwitchField
            name="open"
            label={say("Open to guests", "对来客开放")}
            description={say("Guests see the front page and public events.", "来客可以看到首页和公开活动。")}
            defaultChecked
          />
          <div className="grid content-start gap-s3">
            <SwitchField name="listed" label={say("Listed in the directory", "在名录中展示")} />
            <SwitchField name="sealed" label={say("Sealed by the operator", "由运营方封存")} defaultChecked disabled />
          </div>
        </Columns>
      </Specimen>
      <Specimen name={say("Side by side", "并排选择")}>
        <SegmentedField
          name="view"
          label={say("Show people as", "人员显示为")}
          defaultValue="list"
          options={[
            { value: "list", label: say("List", "列表") },
            { value: "cards", label: say("Cards", "卡片") },
            { value: "map", label: say("Map", "地图"), disabled: true },
          ]}
        />
      </Specimen>
      <Specimen name={say("One-time code", "一次性验证码")}>
        <Columns>
          <CodeField
            name="code"
            label={say("Code from your mail", "邮件中的验证码")}
            description={say("Six digits; they last ten minutes.", "六位数字，十分钟内有效。")}
          />
          <CodeField
            id="code-wrong"
            name="code"
            label={say("Code from your mail", "邮件中的验证码")}
            defaultValue="493017"
            error={say("That one has run out. We have sent a new one.", "验证码已过期，已重新发送。")}
          />
        </Columns>
      </Specimen>
      <Specimen name={say("Search", "搜索")}>
        <Columns>
          <SearchField name="q" label={say("Search people", "搜索人员")} shortcut="/" />
          <SearchField id="q-filled" name="q" label={say("Search people", "搜索人员")} defaultValue="陈雨泽" />
        </Columns>
      </Specimen>
      <Specimen name={say("Files", "文件")}>
        <Columns>
          <FileField
            name="poster"
            label={say("Poster", "海报")}
            description={say("JPEG, PNG or WebP, up to 10 MB.", "JPEG、PNG 或 WebP，不超过 10 MB。")}
            accept="image/*"
          />
          <FileField
            id="list-sending"
            name="list"
            label={say("List of people", "人员名单")}
            accept=".csv"
            progress={0.62}
            error={say("Line 14 has no name.", "第 14 行没有姓名。")}
          />
        </Columns>
      </Specimen>
      <Specimen name={say("A hall’s colour", "会馆的颜色")}>
        <FormFields>
          <AccentField
            name="accent"
            label={say("Colour of the hall", "会馆颜色")}
            houseName={say("Pauline’s Ferments", "宝琳酱园")}
            defaultValue="#ffd400"
            swatches={[
              { value: "#b3361f", label: say("Cinnabar", "朱砂") },
              { value: "#1b6f54", label: say("Jade", "石绿") },
              { value: "#2e4a7a", label: say("Indigo", "靛青") },
              { value: "#74416d", label: say("Plum", "紫棠") },
              { value: "#ffd400", label: say("Gamboge", "藤黄") },
            ]}
          />
        </FormFields>
      </Specimen>
      <Specimen name={say("To take along", "复制带走")}>
        <FormFields>
          <CopyField
            label={say("Address of your calendar", "日历订阅地址")}
            value="https://guildhall.example/cal/8f2a17.ics"
            exact
          />
        </FormFields>
      </Specimen>
    </>
  );
}
