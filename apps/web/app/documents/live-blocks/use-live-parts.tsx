import type { LiveRef } from "@guildhall/docs/schemas";
import { type LiveAnswers, type LiveQuestion, liveKey, type OfferedLiveBlock } from "@guildhall/work/schemas";
import { lazy, type ReactNode, Suspense, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type Listener, LiveLineContext } from "../../workspace/live/use-live.ts";
import type { LiveParts } from "../document-props.ts";
import { askLiveParts } from "./ask-live-parts.ts";
import { LiveAsker } from "./live-asker.ts";
import { LivePart, type WatchLive } from "./live-part.tsx";
import { mostAtOnce } from "./live-parts-input.ts";
import type { LoadedLiveParts } from "./load-live-parts.ts";

interface LivePartsHere {
  readonly parts: LiveParts;
  /** What a choice is made in, while one is. */
  readonly chooser: ReactNode;
}

/** The live blocks of the document on this page: as they came with it, and from then on as they are. */
export function useLiveParts(loaded: LoadedLiveParts): LivePartsHere {
  const { offered, hall, address } = loaded;
  const { answers, watch } = useAnswers(loaded);
  const [asked, setAsked] = useState<Asked | null>(null);
  const choose = useCallback(
    (kind: string) => new Promise<LiveRef["params"] | null>((done) => setAsked({ kind, done })),
    [],
  );
  const parts = useMemo<LiveParts>(
    () => ({
      offered,
      choose,
      draw: (block, change) => (
        <LivePart
          block={block}
          answer={answers[liveKey(block)] ?? { is: address === null ? "closed" : "later" }}
          label={offered.find(({ kind }) => kind === block.kind)?.label}
          hall={hall}
          change={change}
          watch={watch}
        />
      ),
    }),
    [offered, choose, answers, address, hall, watch],
  );
  const of = asked && offered.find(({ kind }) => kind === asked.kind);
  const settle = (params: LiveRef["params"] | null) => {
    // The page behind the question can be written in again before anything is put there.
    flushSync(() => setAsked(null));
    asked?.done(params);
  };
  return {
    parts,
    chooser: of && address !== null && (
      <Suspense>
        <ChooseLive of={of} address={address} hall={hall} onChosen={settle} />
      </Suspense>
    ),
  };
}

interface Asked {
  readonly kind: string;
  readonly done: (params: LiveRef["params"] | null) => void;
}

const ChooseLive = lazy(() => import("./choose-live.tsx"));

/** Whoever writes in a document must not make every page of it ask without end. */
const mostOnPage = 100;

function useAnswers({ answers: loaded, offered, address }: LoadedLiveParts) {
  const [answers, setAnswers] = useState(loaded);
  const now = useRef({ answers, offered });
  now.current = { answers, offered };
  const watched = useRef(new Map<string, { readonly question: LiveQuestion; count: number }>());
  const asker = useRef<LiveAsker>();

  useEffect(() => {
    const fresh = Object.entries(loaded).filter(([, { is }]) => is !== "later");
    setAnswers((before) => ({ ...before, ...Object.fromEntries(fresh) }));
  }, [loaded]);
  useEffect(() => {
    if (address === null) return;
    const made = new LiveAsker({
      ask: (questions) => askLiveParts(address, questions),
      onAnswers: (fresh) => setAnswers((before) => ({ ...before, ...fresh })),
      atOnce: mostAtOnce,
    });
    asker.current = made;
    for (const { question } of watched.current.values()) wantUnlessKnown(made, now.current.answers, question);
    return () => {
      made.stop();
      asker.current = undefined;
    };
  }, [address]);

  const watch = useCallback<WatchLive>((question) => {
    const key = liveKey(question);
    const entry = watched.current.get(key) ?? { question, count: 0 };
    if (entry.count === 0 && watched.current.size >= mostOnPage) {
      setAnswers((before) => ({ ...before, [key]: { is: "crowded" } }));
      return () => undefined;
    }
    entry.count += 1;
    watched.current.set(key, entry);
    if (asker.current) wantUnlessKnown(asker.current, now.current.answers, question);
    return () => {
      entry.count -= 1;
      if (entry.count === 0) watched.current.delete(key);
    };
  }, []);
  useFacts((fact, subjectId) => {
    for (const [key, { question }] of watched.current)
      if (concerns(now.current.offered, question, now.current.answers[key], fact, subjectId))
        asker.current?.want(question);
  });
  return { answers, watch };
}

function wantUnlessKnown(asker: LiveAsker, answers: LiveAnswers, question: LiveQuestion): void {
  const answer = answers[liveKey(question)];
  if (!answer || answer.is === "later") asker.want(question);
}

/** Whether what a block shows may be another after such a fact; after null, anything may. */
function concerns(
  offered: readonly OfferedLiveBlock[],
  { kind }: LiveQuestion,
  answer: LiveAnswers[string] | undefined,
  fact: string | null,
  subjectId: string | null | undefined,
): boolean {
  const follows = offered.find((each) => each.kind === kind)?.follows;
  if (!follows) return false;
  if (fact === null) return true;
  const begins = (prefix: string) => fact.startsWith(prefix);
  const about = answer?.is === "shown" ? answer.about : null;
  const isOfThese = about === null || !subjectId || about.includes(subjectId);
  return follows.any.some(begins) || (isOfThese && follows.ofThese.some(begins));
}

function useFacts(listen: Listener): void {
  const line = useContext(LiveLineContext);
  const latest = useRef(listen);
  latest.current = listen;
  useEffect(() => {
    if (!line) return;
    const hear: Listener = (fact, subjectId) => latest.current(fact, subjectId);
    line.listeners.add(hear);
    return () => {
      line.listeners.delete(hear);
    };
  }, [line]);
}
