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
  /** The letter's stamp, when it is a tenant's and not the house's. */
  readonly stamp?: ReactNode;
  readonly level?: 1 | 2 | undefined;
};

/** A page that could not be shown, written as a letter from the house, and sealed. */
export function ErrorScene({ code, title, text, actions, reference, stamp, level = 1 }: ErrorSceneProps) {
  return (
    <div className="grid place-items-center px-s4 py-s7">
      <article className="ruled relative w-full max-w-read border bg-surface px-s5 pt-s6 pb-s7 sm:px-s8 sm:pt-s7 sm:pb-s8">
        <div className="absolute -top-s4 right-s5 sm:right-s7">{stamp ?? <HouseStamp size="xl" turned />}</div>
        <p className="tabular font-title text-title-xl leading-title text-ink-3" lang="en">
          {code}
        </p>
        <div className="mt-s5 max-w-form">
          <Title level={level} size="m">
            {title}
          </Title>
          <div className="mt-s2 text-l leading-read text-ink-2">{text}</div>
          {actions && <div className="mt-s5 flex flex-wrap gap-s2">{actions}</div>}
        </div>
        {reference && <p className="mt-s6 text-s text-ink-3">{reference}</p>}
      </article>
    </div>
  );
}
