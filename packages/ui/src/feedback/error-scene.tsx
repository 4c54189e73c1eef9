import type { ReactNode } from "react";
import { HouseStamp } from "../marks/house-stamp.tsx";
import { Title } from "../text/title.tsx";

type ErrorSceneProps = {
  /** 404, 403, 500. */
  readonly code: string;
  readonly title: string;
  /** What to do now, as a host would say it. */
  readonly text: ReactNode;
  readonly actions?: ReactNode;
  /** What the house needs to find it in its books: a request's id. */
  readonly reference?: ReactNode;
  /** Who seals the letter, when it is a tenant and not the house. */
  readonly stamp?: ReactNode;
  readonly level?: 1 | 2 | undefined;
};

/** A page that could not be shown, written as a letter from the house: words at the left, and down its ruled margin the number and the seal. */
export function ErrorScene({ code, title, text, actions, reference, stamp, level = 1 }: ErrorSceneProps) {
  return (
    <div className="grid place-items-center px-s2 py-s6">
      <article className="framed flex w-full max-w-letter flex-col bg-surface sm:flex-row-reverse">
        <div className="flex flex-none items-center justify-between gap-s5 border-b px-s5 py-s4 sm:ruled sm:w-margin sm:flex-col sm:border-b-0 sm:border-l sm:px-0 sm:py-s6">
          <span className="tabular font-title text-title-l leading-none font-semibold text-ink-3 sm:downwards sm:text-title-xl">
            {code}
          </span>
          {stamp ?? <HouseStamp size="xl" turned />}
        </div>
        <div className="flex min-w-0 flex-1 flex-col justify-center px-s5 py-s6 sm:px-s7 sm:py-s8">
          <Title level={level} size="l">
            {title}
          </Title>
          <div className="mt-s3 max-w-form text-l leading-read text-ink-2">{text}</div>
          {actions && <div className="mt-s5 flex flex-wrap gap-s2">{actions}</div>}
          {reference && <p className="mt-s6 border-t pt-s3 text-s text-ink-3">{reference}</p>}
        </div>
      </article>
    </div>
  );
}
