import type { LiveRef } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { Avatar, Chip, Icon } from "@guildhall/ui";
import type { LiveAnswer, LiveFace, LiveRow, LiveShown, LiveSilence, LiveWords } from "@guildhall/work/schemas";
import { liveKey } from "@guildhall/work/schemas";
import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useWords } from "../../shell/words.ts";
import "./live-part.css";

/** Says that a block stands on the page, until what it answers is called. */
export type WatchLive = (question: LiveRef) => () => void;

type LivePartProps = {
  readonly block: LiveRef;
  readonly answer: LiveAnswer;
  /** What its kind is called, where this page knows it. */
  readonly label: string | undefined;
  /** Of the workspace: "/w/yuanshan". */
  readonly hall: string;
  readonly change: (() => void) | undefined;
  readonly watch: WatchLive;
};

/** A live block as it is now, to whoever looks. */
export function LivePart({ block, answer, label, hall, change, watch }: LivePartProps) {
  const { t } = useWords();
  const key = liveKey(block);
  const latest = useRef(block);
  latest.current = block;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same key is the same question
  useEffect(() => watch(latest.current), [watch, key]);
  const said = answer.is === "shown" ? answer.shown.title : t(silences[answer.is]);
  return (
    <section
      className="live"
      data-live-is={answer.is}
      aria-label={label === undefined ? said : t(m.live_blocks_named, { kind: label, title: said })}
    >
      {answer.is === "shown" ? <Shown shown={answer.shown} hall={hall} /> : <p className="live-silent">{said}</p>}
      {(answer.is === "shown" || change) && (
        <footer className="live-foot">
          {answer.is === "shown" && (
            <span className="live-team">
              <Icon name="lock" />
              {t(m.live_blocks_team)}
            </span>
          )}
          {change && (
            <button type="button" data-live-change="" className="live-change" onClick={change}>
              {t(answer.is === "shown" ? m.live_blocks_change : m.live_blocks_choose)}
            </button>
          )}
        </footer>
      )}
    </section>
  );
}

const silences: Readonly<Record<LiveSilence, typeof m.live_blocks_gone>> = {
  closed: m.live_blocks_closed,
  gone: m.live_blocks_gone,
  unclear: m.live_blocks_unclear,
  unknown: m.live_blocks_unknown,
  slow: m.live_blocks_slow,
  later: m.live_blocks_later,
  crowded: m.live_blocks_crowded,
};

type InHall = { readonly hall: string };

function Shown({ shown, hall }: InHall & { readonly shown: LiveShown }) {
  if (shown.shape === "card")
    return (
      <div className="live-card">
        {shown.face && <Face face={shown.face} name={shown.title} hall={hall} size="m" />}
        <div className="live-card-words">
          <p className="live-title">
            <Placed text={shown.title} path={shown.path} hall={hall} />
          </p>
          <dl className="live-facts">
            {shown.facts.map(({ label, ...words }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <Words words={words} hall={hall} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
    );
  if (shown.shape === "figure")
    return (
      <div className="live-figure">
        <p className="live-title">
          <Placed text={shown.title} path={shown.path} hall={hall} />
        </p>
        <p className="live-count">
          <span>{shown.figure}</span> {shown.unit}
        </p>
      </div>
    );
  return <List shown={shown} hall={hall} />;
}

function List({ shown, hall }: InHall & { readonly shown: Extract<LiveShown, { shape: "list" }> }) {
  const { t } = useWords();
  const { title, path, total, columns, rows, rest } = shown;
  return (
    <div className="live-list" data-columns={columns.length}>
      <div className="live-head">
        <p className="live-title">
          <Placed text={title} path={path} hall={hall} />
        </p>
        <p className="live-total">{total}</p>
      </div>
      {rows.length === 0 ? (
        <p className="live-silent">{t(m.live_blocks_nobody)}</p>
      ) : (
        <>
          <div className="live-row live-columns" aria-hidden="true">
            <span>{t(m.live_blocks_name)}</span>
            {columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two fields may have one name
              <span key={at}>{column}</span>
            ))}
          </div>
          <ul>
            {rows.map((row) => (
              <Row key={row.id} row={row} columns={columns} hall={hall} />
            ))}
          </ul>
        </>
      )}
      {rest !== null && (
        <p className="live-rest">
          <Placed text={rest} path={path} hall={hall} />
        </p>
      )}
    </div>
  );
}

function Row({ row, columns, hall }: InHall & { readonly row: LiveRow; readonly columns: readonly string[] }) {
  const { t } = useWords();
  return (
    <li className="live-row">
      <span className="live-row-name">
        {row.face && <Face face={row.face} name={row.title} hall={hall} size="s" />}
        <Placed text={row.title} path={row.path} hall={hall} />
      </span>
      {columns.map((column, at) => {
        const words = row.cells[at];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same
          <span key={at} className="live-cell">
            {words?.text && (
              <>
                <span className="sr-only">{t(m.live_blocks_fact, { label: column, text: "" })}</span>
                <Words words={words} hall={hall} />
              </>
            )}
          </span>
        );
      })}
    </li>
  );
}

function Face({ face, name, hall, size }: InHall & { face: LiveFace; name: string; size: "s" | "m" }) {
  return <Avatar id={face.id} name={name} size={size} image={face.fileId && `${hall}/files/${face.fileId}?width=96`} />;
}

function Words({ words: { text, path, tone }, hall }: InHall & { readonly words: LiveWords }) {
  if (tone) return <Chip tone={tone}>{text}</Chip>;
  return <Placed text={text} path={path ?? null} hall={hall} />;
}

function Placed({ text, path, hall }: InHall & { readonly text: string; readonly path: string | null }) {
  return path === null ? text : <Link to={`${hall}/${path}`}>{text}</Link>;
}
