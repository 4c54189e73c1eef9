import { m } from "@guildhall/i18n/messages";
import { Button, Stamp } from "@guildhall/ui";
import { QrCode } from "@guildhall/ui/qr";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

interface PersonalCardProps {
  readonly url: string;
  readonly name: string;
  readonly until: string;
}

/** A card to hand over: the hall's stamp, whom it is for, and the code that opens their record. */
export function PersonalCard({ url, name, until }: PersonalCardProps) {
  const { t } = useWords();
  const hall = useHall();
  return (
    <div className="grid max-w-dialog gap-s3">
      <figure className="framed grid justify-items-center gap-s4 bg-surface px-s5 py-s6 text-center">
        <div className="flex items-center gap-s3">
          <Stamp name={hall.name} accent={hall.accent} size="l" turned />
          <span className="font-title text-title-s font-semibold leading-title">{hall.name}</span>
        </div>
        <QrCode value={url} label={t(m.portal_link_title, { name })} size="l" />
        <figcaption className="grid gap-s1">
          <span className="font-title text-title-m font-semibold leading-title">{t(m.portal_card_for, { name })}</span>
          <span>{t(m.portal_card_line)}</span>
          <span className="text-s text-ink-2">{t(m.portal_card_until, { date: until })}</span>
        </figcaption>
      </figure>
      <p className="print:hidden">
        <Button onPress={() => print()}>{t(m.portal_print)}</Button>
      </p>
    </div>
  );
}
