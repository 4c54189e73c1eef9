import { accentStyle } from "../accent/accent.ts";
import { Button } from "../actions/button.tsx";
import { Row } from "../layout/stack.tsx";
import { Avatar, AvatarRow } from "../marks/avatar.tsx";
import { Badge } from "../marks/badge.tsx";
import { Chip } from "../marks/chip.tsx";
import { HouseStamp } from "../marks/house-stamp.tsx";
import { Icon } from "../marks/icon.tsx";
import { iconNames } from "../marks/icon-shapes.tsx";
import { Kbd } from "../marks/kbd.tsx";
import { Stamp } from "../marks/stamp.tsx";
import { samplePeople } from "./sample-people.ts";
import type { GroupProps } from "./say.ts";
import { BothLights, Specimen } from "./specimen.tsx";

/** Tenants, and colours that tenants choose: two of them unreadable as they are. */
const TENANTS = [
  ["远山户外", "#b3361f"],
  ["Nordlicht Optik", "#0a58ca"],
  ["青禾", "#1b6f54"],
  ["Pauline’s Ferments", "#ffd400"],
  ["墨屿书局", "#111111"],
  ["Ōmi Cycling", "#ff5fa2"],
] as const;

export function MarksGroup({ say }: GroupProps) {
  const people = samplePeople(say);
  return (
    <>
      <Specimen name={say("The house’s stamp", "会馆之印")}>
        <Row gap={5} align="end">
          <HouseStamp size="m" />
          <HouseStamp size="l" />
          <HouseStamp size="xl" turned label="Guildhall" />
        </Row>
      </Specimen>
      <Specimen name={say("Stamps", "印章")}>
        <Row gap={5} align="end">
          <Stamp name="远山户外" size="s" />
          <Stamp name="远山户外" />
          <Stamp name="远山户外" size="l" />
          <Stamp name="远山户外" size="xl" turned label="远山户外" />
          <Stamp name="Yuanshan" cut="line" />
          <Stamp name="Yuanshan" size="l" cut="line" turned />
        </Row>
      </Specimen>
      <Specimen name={say("In each tenant’s colour", "各家的颜色")}>
        <BothLights>
          {TENANTS.map(([name, accent]) => (
            <Stamp key={name} name={name} accent={accent} size="l" label={name} />
          ))}
        </BothLights>
      </Specimen>
      <Specimen name={say("A page dressed in it", "整页换色")}>
        <BothLights>
          {TENANTS.slice(0, 4).map(([name, accent]) => (
            <div
              key={name}
              style={accentStyle(accent)}
              className="flex items-center gap-s2 rounded-r2 bg-accent-tint p-s2"
            >
              <Button look="primary">{say("Join", "加入")}</Button>
              <span className="text-s font-medium text-accent-ink">{name}</span>
            </div>
          ))}
        </BothLights>
      </Specimen>
      <Specimen name={say("Faces", "面孔")}>
        <Row gap={3}>
          {people.map(({ id, name }) => (
            <Avatar key={id} id={id} name={name} size="l" />
          ))}
          <Avatar id="picture" name="Lin Qiao" image={PICTURE} size="l" label="Lin Qiao" />
        </Row>
        <div className="mt-s3 flex flex-wrap items-center gap-s4">
          <Avatar id="person-128" name="陈雨泽" size="m" />
          <Avatar id="person-204" name="Zoë Ó Súilleabháin" />
          <span className="flex items-center gap-s2 text-s text-ink-2">
            <AvatarRow people={people.slice(0, 4)} more={58} />{" "}
            {say("Four people you follow are coming", "你关注的 4 位会去")}
          </span>
        </div>
      </Specimen>
      <Specimen name={say("Chips", "标签")}>
        <Row gap={2}>
          <Chip>{say("Shanghai", "上海")}</Chip>
          <Chip tone="seal">{say("Leader", "领路人")}</Chip>
          <Chip tone="jade">{say("Paid", "已付")}</Chip>
          <Chip tone="ochre">{say("Friday", "周五到期")}</Chip>
          <Chip tone="indigo">{say("Lead", "意向")}</Chip>
        </Row>
      </Specimen>
      <Specimen name={say("Counts", "计数")}>
        <Row gap={4}>
          <Badge count={3} label={say("3 unread", "3 条未读")} />
          <Badge count={128} label={say("128 waiting", "128 人候补")} tone="quiet" />
        </Row>
      </Specimen>
      <Specimen name={say("Icons", "图标")}>
        <ul className="grid grid-cols-3 gap-s2 sm:grid-cols-4 lg:grid-cols-8">
          {iconNames.map((name) => (
            <li key={name} className="flex min-w-0 items-center gap-s2 py-s1 text-xs text-ink-2">
              <Icon name={name} />
              <span className="truncate">{name}</span>
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name={say("Keys", "按键")}>
        <Row gap={1}>
          <Kbd>⌘K</Kbd>
          <Kbd>?</Kbd>
          <Kbd>Esc</Kbd>
        </Row>
      </Specimen>
    </>
  );
}

const PICTURE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 56"><path fill="#f0c9a0" d="M0 0h56v56H0z"/><circle cx="40" cy="17" r="6" fill="#ffe9c8"/><path fill="#7d3b33" d="m0 38 15-15 13 13 12-9 16 13v16H0z"/><path fill="#3f2320" d="m0 48 18-9 14 8 24-11v20H0z"/></svg>',
)}`;
