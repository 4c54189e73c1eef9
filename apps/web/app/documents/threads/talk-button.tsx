import type { Conversation } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, useAwake } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";

interface TalkButtonProps {
  readonly conversation: Conversation | null;
  /** The page of the threads, for where no script opens them beside the text. */
  readonly href: string;
  readonly isOpen: boolean;
  readonly onPress: () => void;
}

/** Opens what is said about the document, and says how much of it is open. */
export function TalkButton({ conversation, href, isOpen, onPress }: TalkButtonProps) {
  const { t } = useWords();
  const awake = useAwake();
  const count = conversation?.threads.filter(({ resolvedAt }) => resolvedAt === null).length ?? 0;
  const label = t(m.comments_open_label, { count });
  const shown = count > 0 ? <span className="tabular">{count}</span> : null;
  if (!awake)
    return (
      <ButtonLink size="s" look="quiet" icon="talk" label={label} href={href}>
        {shown}
      </ButtonLink>
    );
  return (
    <span className="contents" data-talk-button data-pressed={isOpen || undefined}>
      <Button size="s" look="quiet" icon="talk" label={label} onPress={onPress}>
        {shown}
      </Button>
    </span>
  );
}
