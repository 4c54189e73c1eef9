import type { ReactNode } from "react";
import { Title } from "../text/title.tsx";

type PageHeaderProps = {
  readonly title: ReactNode;
  /** The way here: a line above the title. */
  readonly above?: ReactNode;
  readonly description?: ReactNode;
  /** A face or a stamp before the title. */
  readonly mark?: ReactNode;
  readonly actions?: ReactNode;
  /** 1, except within another page. */
  readonly level?: 1 | 2 | undefined;
  readonly size?: "m" | "l" | undefined;
};

/** What this page is, and the one thing to do here. */
export function PageHeader({ title, above, description, mark, actions, level = 1, size = "m" }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-s5 gap-y-s3">
      <div className="flex min-w-0 items-start gap-s4">
        {mark}
        <div className="min-w-0">
          {above && <div className="text-s text-ink-2">{above}</div>}
          <Title level={level} size={size}>
            {title}
          </Title>
          {description && <p className="mt-s1 max-w-read text-ink-2">{description}</p>}
        </div>
      </div>
      {actions && <div className="flex flex-wrap items-center gap-s2">{actions}</div>}
    </header>
  );
}
