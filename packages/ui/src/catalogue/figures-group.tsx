import { ComboboxField } from "../choice/combobox-field.tsx";
import { TagsField } from "../choice/tags-field.tsx";
import { MoneyField } from "../forms/money-field.tsx";
import { NumberField } from "../forms/number-field.tsx";
import { Avatar } from "../marks/avatar.tsx";
import { samplePeople } from "./sample-people.ts";
import type { GroupProps } from "./say.ts";
import { Columns, Specimen } from "./specimen.tsx";

/** Fields that translate what is written: with scripts at once, without them on the server. */
export function FiguresGroup({ say }: GroupProps) {
  const people = samplePeople(say).map(({ id, name, stage }) => ({
    value: id,
    label: name,
    hint: stage,
    mark: <Avatar id={id} name={name} />,
  }));
  return (
    <>
      <Specimen name={say("Numbers", "数字")}>
        <Columns>
          <NumberField
            name="places"
            label={say("Places", "名额")}
            description={say("How many may come.", "最多可以来多少人。")}
            defaultValue={80}
            min={1}
            max={2000}
            step={1}
            unit={say("people", "人")}
          />
          <NumberField
            id="share-wrong"
            name="share"
            label={say("Share for the guide", "领队分成")}
            defaultValue="a third"
            unit="%"
            error={say("A number, please: 30 or 33.3.", "请填写数字，例如 30 或 33.3。")}
          />
        </Columns>
      </Specimen>
      <Specimen name={say("Money", "金额")}>
        <Columns>
          <MoneyField
            name="price"
            label={say("Price of a place", "营位价格")}
            currency="CNY"
            defaultValue={125000}
            required
          />
          <MoneyField
            id="fee-wrong"
            name="fee"
            label={say("Fee in Tokyo", "东京场费用")}
            currency="JPY"
            defaultValue="12.50"
            error={say("Yen have no cents.", "日元没有小数。")}
          />
        </Columns>
      </Specimen>
      <Specimen name={say("One of many", "从众多中选一")}>
        <Columns>
          <ComboboxField
            name="owner"
            label={say("Who looks after it", "负责人")}
            description={say("Type a few letters of a name.", "输入姓名的几个字即可。")}
            options={people}
            defaultValue="person-204"
          />
          <ComboboxField
            id="guide-wrong"
            name="guide"
            label={say("Guide", "领队")}
            options={people}
            error={say("An event in the hills needs a guide.", "进山的活动需要一位领队。")}
          />
          <ComboboxField
            id="closed-choice"
            name="closed"
            label={say("Set by the house", "由会馆指定")}
            options={people}
            defaultValue="person-128"
            disabled
          />
        </Columns>
      </Specimen>
      <Specimen name={say("Tags", "标签")}>
        <Columns>
          <TagsField
            name="tags"
            label={say("Filed under", "归入")}
            description={say("Enter or a comma sets one.", "按回车或逗号添加。")}
            defaultValue={[say("Camping", "露营"), say("Shanghai", "上海"), say("Answer-givers", "答疑者")]}
            suggestions={[say("Winter", "冬季"), say("Photography", "摄影")]}
          />
          <TagsField
            id="tags-wrong"
            name="tags"
            label={say("Filed under", "归入")}
            error={say("At least one, so that it can be found again.", "至少一个，方便以后找到。")}
          />
        </Columns>
      </Specimen>
    </>
  );
}
