import { m } from "@guildhall/i18n/messages";
import type { LiveRoom } from "@guildhall/sync/client";
import { faceCharacters } from "@guildhall/ui";
import { type CSSProperties, useEffect, useState } from "react";
import { useWords } from "../../shell/words.ts";
import { colorOf } from "../editing/carets.ts";

interface Here {
  readonly key: string;
  readonly name: string;
  readonly color: string;
}

const most = 5;

/** The others who have this document open, each once and in the colour of their caret. */
export function WhoIsHere({ room }: { readonly room: LiveRoom }) {
  const { t, locale } = useWords();
  const people = useOthers(room);
  if (people.length === 0) return null;
  const names = new Intl.ListFormat(locale).format(people.map(({ name }) => name));
  return (
    <span role="img" aria-label={t(m.editor_here, { names })} title={names} className="flex items-center">
      {people.slice(0, most).map(({ key, name, color }) => (
        <span key={key} className="face" style={whose(color)}>
          {faceCharacters(name)}
        </span>
      ))}
      {people.length > most && <span className="face face-more">+{people.length - most}</span>}
    </span>
  );
}

const whose = (color: string): CSSProperties => ({ ["--whose" as string]: color });

function useOthers({ awareness }: LiveRoom): readonly Here[] {
  const [people, setPeople] = useState<readonly Here[]>([]);
  useEffect(() => {
    const look = () => setPeople((before) => same(before, othersIn(awareness)));
    look();
    awareness.on("change", look);
    return () => awareness.off("change", look);
  }, [awareness]);
  return people;
}

function othersIn(awareness: LiveRoom["awareness"]): readonly Here[] {
  const me = personOf(awareness.getStates().get(awareness.clientID));
  const others = new Map<string, Here>();
  for (const [client, state] of awareness.getStates()) {
    const person = personOf(state);
    if (client === awareness.clientID || !person) continue;
    const key = person.id ?? String(client);
    if (person.id === null || person.id !== me?.id) others.set(key, { key, name: person.name, color: person.color });
  }
  return [...others.values()];
}

function personOf(state: Record<string, unknown> | undefined) {
  const user: unknown = state?.user;
  if (typeof user !== "object" || user === null || !("name" in user)) return null;
  const id = "personId" in user && typeof user.personId === "string" ? user.personId : null;
  return { id, name: String(user.name), color: colorOf("color" in user ? user.color : undefined) };
}

/** Carets move all the time; who is here does not. */
function same(before: readonly Here[], now: readonly Here[]): readonly Here[] {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
