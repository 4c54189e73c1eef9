import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { MergeGains, MergePreview } from "@guildhall/people/schemas";
import { Figure, Figures, Section } from "@guildhall/ui";
import { useWords } from "../../../shell/words.ts";

/** How much of the other record will be seen with the one that stays. */
export function SeenAsOne({ preview: { gains } }: { readonly preview: MergePreview }) {
  const { t } = useWords();
  if (Object.values(gains).every((count) => count === 0)) return null;
  return (
    <Section title={t(m.merge_one)} description={t(m.merge_one_text)}>
      <GainFigures gains={gains} tags={t(m.merge_new_tags)} />
    </Section>
  );
}

const mostCounted = 10_000;

interface GainFiguresProps {
  readonly gains: MergeGains;
  /** What its tags are called here. */
  readonly tags: string;
}

/** What belongs to a record, counted; what it has none of is left out. */
export function GainFigures({ gains, tags }: GainFiguresProps) {
  const { t, locale } = useWords();
  const lines = [
    [t(m.merge_reach), gains.identities],
    [t(m.merge_ties), gains.relationships],
    [t(m.merge_positions), gains.positions],
    [t(m.merge_lists), gains.audiences],
    [tags, gains.tags],
    [t(m.merge_timeline), gains.timeline],
    [t(m.merge_logins), gains.logins],
  ] as const;
  return (
    <Figures>
      {lines
        .filter(([, count]) => count > 0)
        .map(([label, count]) => (
          <Figure key={label} value={count > mostCounted ? t(m.merge_many) : formatNumber(count, locale)}>
            {label}
          </Figure>
        ))}
    </Figures>
  );
}
