import { Button } from "../actions/button.tsx";
import { EmptyState } from "../feedback/empty-state.tsx";
import { Notice } from "../feedback/notice.tsx";
import { Progress } from "../feedback/progress.tsx";
import { Skeleton } from "../feedback/skeleton.tsx";
import { Spinner } from "../feedback/spinner.tsx";
import { Stack } from "../layout/stack.tsx";
import type { GroupProps } from "./say.ts";
import { Specimen } from "./specimen.tsx";

export function FeedbackGroup({ say }: GroupProps) {
  return (
    <>
      <Specimen name={say("Notices", "告示")}>
        <Stack gap={3}>
          <Notice>{say("Your trial runs for nine more days.", "试用还有九天。")}</Notice>
          <Notice
            tone="success"
            title={say("398 people imported", "已导入 398 人")}
            action={
              <Button size="s" icon="undo">
                {say("Undo", "撤销")}
              </Button>
            }
          >
            {say("Twelve were known already and kept their history.", "其中 12 位早已认识，往事都还在。")}
          </Notice>
          <Notice tone="warning" title={say("Three seats left", "还剩三个名额")}>
            {say("Eight people are waiting for Autumn Ridge Camp.", "秋脊露营有 8 人候补。")}
          </Notice>
          <Notice
            tone="danger"
            title={say("The card was declined", "银行卡被拒")}
            action={<Button size="s">{say("Change card", "更换银行卡")}</Button>}
          >
            {say("We try again on Friday; nothing is switched off until then.", "周五会再试一次，在此之前一切照常。")}
          </Notice>
        </Stack>
      </Specimen>
      <Specimen name={say("Progress", "进度")}>
        <Stack gap={4}>
          <Progress
            label={say("Importing customers.csv", "正在导入 customers.csv")}
            value={12400}
            max={20000}
            figure={say("12,400 of 20,000", "12,400 / 20,000")}
          />
          <Progress label={say("Imported", "已导入")} value={20000} max={20000} figure="20,000" done />
        </Stack>
      </Specimen>
      <Specimen name={say("Waiting", "等待")}>
        <div className="flex flex-wrap items-center gap-s5 text-ink-2">
          <Spinner />
          <Spinner label={say("Fetching the books", "正在取账本")} />
          <Spinner size="l" />
        </div>
      </Specimen>
      <Specimen name={say("On its way", "即将到来")}>
        <div className="grid gap-s5 sm:grid-cols-2">
          <Skeleton lines={4} faces />
          <Skeleton lines={5} />
          <Skeleton shape="detail" lines={3} />
          <Skeleton shape="card" lines={2} />
        </div>
      </Specimen>
      <Specimen name={say("Nothing here", "空空如也")}>
        <div className="grid gap-s4 lg:grid-cols-3">
          <EmptyState
            level={3}
            kind="none-yet"
            title={say("Nobody yet", "还没有人")}
            text={say(
              "Bring a list from wherever it lives. We show what will happen before it does.",
              "把名单带来，先看效果，再决定。",
            )}
            action={<Button look="primary">{say("Import people", "导入人员")}</Button>}
          />
          <EmptyState
            level={3}
            kind="no-matches"
            title={say("Nobody like that", "没有这样的人")}
            text={say("Nobody came twice and lives in Dublin.", "没有来过两次又住在都柏林的人。")}
            action={<Button>{say("Clear filters", "清除筛选")}</Button>}
          />
          <EmptyState
            level={3}
            kind="no-access"
            title={say("This room is not yours", "此间暂未向你开放")}
            text={say("Deals are for those who sell. Lin Qiao can let you in.", "商机仅销售可见，林乔可以为你开门。")}
            action={<Button look="quiet">{say("Ask for access", "申请权限")}</Button>}
          />
          <EmptyState
            level={3}
            kind="all-done"
            title={say("Nobody waits", "没有人在等")}
            text={say("Whoever asks to join stands here until you decide.", "有人申请加入，就会在这里等你决定。")}
          />
        </div>
      </Specimen>
    </>
  );
}
