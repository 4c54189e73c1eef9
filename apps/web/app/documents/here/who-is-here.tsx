import { m } from "@guildhall/i18n/messages";
import type { LiveRoom } from "@guildhall/sync/client";
import { Button, faceCharacters, PopoverCard } from "@guildhall/ui";
import type { CSSProperties } from "react";
import { useWords } from "../../shell/words.ts";
import { type Here, useOthers } from "./others.ts";

interface WhoIsHereProps {
  readonly room: LiveRoom;
  readonly onFollow: (person: Here) => void;
}

const most = 5;

/** The others who have this document open, each once and in the colour of their caret; one of them can be followed. */
export function WhoIsHere({ room, onFollow }: WhoIsHereProps) {
  const { t, locale } = useWords();
  const people = useOthers(room);
  if (people.length === 0) return null;
  const names = new Intl.ListFormat(locale).format(people.map(({ name }) => name));
  return (
    <PopoverCard
      label={t(m.editor_here_title)}
      button={
        <Button look="quiet" size="s" label={t(m.editor_here, { names })}>
          <span className="flex items-center" title={names}>
            {people.slice(0, most).map((person) => (
              <Face key={person.key} person={person} />
            ))}
            {people.length > most && <span className="face face-more" data-face={`+${people.length - most}`} />}
          </span>
        </Button>
      }
    >
      {(close) => (
        <ul aria-label={t(m.editor_here_title)} className="grid max-h-pane gap-s1 overflow-auto">
          {people.map((person) => (
            <li key={person.key} className="flex min-h-control-m items-center gap-s3">
              <Face person={person} />
              <span className="min-w-0 flex-1 truncate">{person.name}</span>
              <Button
                size="s"
                look="quiet"
                label={t(m.editor_follow_name, { name: person.name })}
                onPress={() => {
                  close();
                  onFollow(person);
                }}
              >
                {t(m.editor_follow)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </PopoverCard>
  );
}

/** A picture of a name: drawn as such, since its letters are no words of the button that it lies on. */
function Face({ person: { name, color } }: { readonly person: Here }) {
  return <span aria-hidden="true" className="face" style={whose(color)} data-face={faceCharacters(name)} />;
}

export const whose = (color: string): CSSProperties => ({ ["--whose" as string]: color });
