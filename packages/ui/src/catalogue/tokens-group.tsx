import { Title } from "../text/title.tsx";
import type { GroupProps } from "./say.ts";
import { Specimen } from "./specimen.tsx";

export function TokensGroup({ say }: GroupProps) {
  return (
    <>
      <Specimen name={say("Paper", "纸")}>
        <Swatches swatches={PAPER} />
      </Specimen>
      <Specimen name={say("Ink", "墨")}>
        <div className="grid gap-s1">
          <p className="text-ink">{say("Ink: what is said.", "浓墨：正文。")}</p>
          <p className="text-ink-2">{say("Second ink: what explains it.", "次墨：说明。")}</p>
          <p className="text-ink-3">{say("Third ink: what may be passed over.", "淡墨：可略过的字。")}</p>
        </div>
      </Specimen>
      <Specimen name={say("Pigments", "颜料")}>
        <Swatches swatches={PIGMENTS} />
      </Specimen>
      <Specimen name={say("Titles", "标题")}>
        <div className="grid gap-s2">
          <Title level={3} size="l">
            {say("Two days on the autumn ridge", "秋脊露营：两天一夜")}
          </Title>
          <Title level={3} size="m">
            {say("Came twice, silent since", "来过两次，此后无声")}
          </Title>
          <Title level={3} size="s">
            {say("Evening by the fire", "围炉夜话")}
          </Title>
        </div>
      </Specimen>
      <Specimen name={say("Reading", "长文")}>
        <p className="max-w-read text-l leading-read">
          {say(
            "We start at seven, after everybody has pitched. Chen Yuze tells what three nights at −10° taught him, then we pass the question round: what did you carry and never use? ",
            "七点开始，等大家都搭好帐篷。陈雨泽讲他在零下十度睡了三晚之后学会的事，然后把问题传下去：什么东西你背上了山，却从没用过？",
          )}
          <em>{say("The answers become next year’s packing list.", "答案会成为明年的装备清单。")}</em>
        </p>
      </Specimen>
    </>
  );
}

type Swatch = readonly [name: string, ground: string];

function Swatches({ swatches }: { readonly swatches: readonly Swatch[] }) {
  return (
    <ul className="grid grid-cols-2 gap-s2 sm:grid-cols-4 lg:grid-cols-6">
      {swatches.map(([name, ground]) => (
        <li key={name}>
          <span className={`block h-control-l rounded-r2 border ${ground}`} />
          <span className="text-xs text-ink-2">{name}</span>
        </li>
      ))}
    </ul>
  );
}

const PAPER: readonly Swatch[] = [
  ["paper", "bg-paper"],
  ["surface", "bg-surface"],
  ["sunk", "bg-sunk"],
  ["raised", "bg-raised"],
  ["line", "bg-line"],
  ["control", "bg-control"],
];
const PIGMENTS: readonly Swatch[] = [
  ["seal", "bg-seal"],
  ["jade", "bg-jade"],
  ["ochre", "bg-ochre"],
  ["indigo", "bg-indigo"],
  ["plum", "bg-plum"],
  ["ink", "bg-ink"],
  ["seal-tint", "bg-seal-tint"],
  ["jade-tint", "bg-jade-tint"],
  ["ochre-tint", "bg-ochre-tint"],
  ["indigo-tint", "bg-indigo-tint"],
  ["plum-tint", "bg-plum-tint"],
  ["seal-deep", "bg-seal-deep"],
];
