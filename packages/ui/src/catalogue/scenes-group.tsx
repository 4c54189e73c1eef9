import { Button } from "../actions/button.tsx";
import { ButtonLink } from "../actions/button-link.tsx";
import { ErrorScene } from "../feedback/error-scene.tsx";
import { Stamp } from "../marks/stamp.tsx";
import type { GroupProps } from "./say.ts";

export function ScenesGroup({ say }: GroupProps) {
  return (
    <>
      <ErrorScene
        level={2}
        code="404"
        title={say("There is no such room here", "这里没有这个房间")}
        text={say(
          "It may have been moved, or it was never yours to see. The way back is open.",
          "也许搬走了，也许不向你开放。回去的路一直开着。",
        )}
        actions={
          <>
            <ButtonLink href="#scenes" look="primary">
              {say("Back to the hall", "回到会馆")}
            </ButtonLink>
            <ButtonLink href="#scenes">{say("Search", "搜索")}</ButtonLink>
          </>
        }
      />
      <ErrorScene
        level={2}
        code="500"
        stamp={<Stamp name="青禾" accent="#1b6f54" size="xl" turned />}
        title={say("Something broke on our side", "是我们这边出了问题")}
        text={say(
          "What you wrote is kept. We have been told, and are looking at it.",
          "你写的内容都还在。我们已经收到通知，正在处理。",
        )}
        actions={<Button look="primary">{say("Try again", "再试一次")}</Button>}
        reference={say("If you write to us, mention 01JD-7K2M.", "来信时请注明 01JD-7K2M。")}
      />
    </>
  );
}
