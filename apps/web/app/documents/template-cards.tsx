import { m } from "@guildhall/i18n/messages";
import { Form } from "@remix-run/react";
import { useWords } from "../shell/words.ts";
import type { OutlineLine } from "./template-outline.ts";
import "./template-cards.css";

export interface OfferedTemplate {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly outline: readonly OutlineLine[];
}

interface TemplateCardsProps {
  /** Where documents are put down: "/w/yuanshan/docs". */
  readonly base: string;
  readonly spaceId: string;
  readonly parentId?: string | undefined;
  readonly templates: readonly OfferedTemplate[];
}

/** What a new document may begin with, each with a picture of it: a blank sheet first. One press, and it lies there. */
export function TemplateCards({ base, spaceId, parentId, templates }: TemplateCardsProps) {
  const { t } = useWords();
  const blank = { key: "", name: t(m.docs_blank), description: t(m.docs_blank_text), outline: [] };
  return (
    <ul aria-label={t(m.docs_templates)} className="grid gap-s3 text-start sm:grid-cols-2 xl:grid-cols-3">
      {[blank, ...templates].map(({ key, name, description, outline }) => (
        <li key={key}>
          <Form method="post" action={`${base}/new`} className="h-full">
            <input type="hidden" name="spaceId" value={spaceId} />
            {parentId && <input type="hidden" name="parentId" value={parentId} />}
            {key && <input type="hidden" name="template" value={key} />}
            <button
              type="submit"
              className="group flex h-full w-full cursor-pointer items-start gap-s3 rounded-r3 border bg-surface p-s3 text-start transition-colors hover:border-line-strong"
            >
              <Sheet outline={outline} />
              <span className="grid min-w-0 gap-s1">
                <span className="font-title font-semibold text-ink leading-title">{name}</span>
                <span className="text-s text-ink-2">{description}</span>
              </span>
            </button>
          </Form>
        </li>
      ))}
    </ul>
  );
}

/** A sheet of paper with what stands on it, too small to read. */
function Sheet({ outline }: { readonly outline: readonly OutlineLine[] }) {
  let y = 12;
  const lines = outline.map((line, at) => {
    const top = y;
    y += heights[line.kind];
    // biome-ignore lint/suspicious/noArrayIndexKey: a picture never changes its order
    return top < 70 ? <Line key={at} kind={line.kind} top={top} /> : null;
  });
  return (
    <svg viewBox="0 0 60 76" aria-hidden="true" focusable="false" className="template-sheet">
      <path d="M.5.5h46L59.5 13.5v62H.5z" className="template-paper" />
      <path d="M46.5.5v13h13" className="template-paper" />
      <rect x="8" y="8" width="26" height="3" className="template-title" />
      {outline.length === 0 ? <rect x="8" y="18" width="1.5" height="9" className="template-caret" /> : lines}
    </svg>
  );
}

const heights: Readonly<Record<OutlineLine["kind"], number>> = {
  heading: 7,
  text: 6,
  points: 10,
  tasks: 10,
  table: 14,
  callout: 10,
};

function Line({ kind, top }: { readonly kind: OutlineLine["kind"]; readonly top: number }) {
  const y = top + 4;
  switch (kind) {
    case "heading":
      return <rect x="8" y={y} width="18" height="2.4" className="template-heading" />;
    case "points":
      return (
        <>
          {[0, 4].map((down) => (
            <g key={down}>
              <circle cx="9.5" cy={y + down + 1} r="1" className="template-line" />
              <rect x="13" y={y + down} width={down ? 24 : 32} height="1.6" className="template-line" />
            </g>
          ))}
        </>
      );
    case "tasks":
      return (
        <>
          {[0, 4.5].map((down) => (
            <g key={down}>
              <rect x="8" y={y + down - 0.6} width="3" height="3" className="template-box" />
              <rect x="13" y={y + down} width={down ? 30 : 22} height="1.6" className="template-line" />
            </g>
          ))}
        </>
      );
    case "table":
      return <path d={`M8 ${y}h44v10H8zM8 ${y + 5}h44M22 ${y}v10M38 ${y}v10`} className="template-grid" />;
    case "callout":
      return (
        <>
          <rect x="8" y={y} width="44" height="7" className="template-callout" />
          <rect x="11" y={y + 2.6} width="30" height="1.6" className="template-line" />
        </>
      );
    default:
      return <rect x="8" y={y} width="40" height="1.6" className="template-line" />;
  }
}
