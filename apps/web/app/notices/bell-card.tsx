import { m } from "@guildhall/i18n/messages";
import { Button, PopoverCard } from "@guildhall/ui";
import { useWords } from "../shell/words.ts";
import { NoticePanel } from "./notice-panel.tsx";

interface BellCardProps {
  readonly base: string;
  readonly zone: string;
  /** What the bell says. */
  readonly label: string;
}

/** The bell with its slip, which opens as soon as it is there: it was asked for. */
export default function BellCard({ base, zone, label }: BellCardProps) {
  const { t } = useWords();
  return (
    <PopoverCard label={t(m.notices_title)} button={<Button look="quiet" icon="bell" label={label} />} defaultOpen>
      {(close) => <NoticePanel base={base} zone={zone} close={close} />}
    </PopoverCard>
  );
}
