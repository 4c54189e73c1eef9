import { Title } from "@guildhall/ui";
import type { ReactNode } from "react";

interface PortalPageProps {
  readonly title: string;
  readonly text?: ReactNode;
  /** Stands above the title: a face, a stamp. */
  readonly mark?: ReactNode;
  readonly children?: ReactNode;
}

/** One thing to do in a portal, narrow enough for a hand. */
export function PortalPage({ title, text, mark, children }: PortalPageProps) {
  return (
    <div className="mx-auto grid max-w-form gap-s5 px-s4 py-s6">
      <div>
        {mark && <div className="mb-s4">{mark}</div>}
        <Title level={1} size="l">
          {title}
        </Title>
        {text && <p className="mt-s2 leading-read text-ink-2">{text}</p>}
      </div>
      {children}
    </div>
  );
}
