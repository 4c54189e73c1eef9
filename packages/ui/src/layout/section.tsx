import { type ReactNode, useId } from "react";
import { Title } from "../text/title.tsx";

type SectionProps = {
  readonly title: string;
  readonly id?: string | undefined;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly children: ReactNode;
};

/** A part of a page under a hairline; its name leads. */
export function Section({ title, id, description, actions, level = 2, children }: SectionProps) {
  const titleId = useId();
  return (
    <section id={id} aria-labelledby={titleId} className="border-t pt-s5">
      <div className="mb-s4 flex flex-wrap items-baseline justify-between gap-s3">
        <div className="min-w-0">
          <Title level={level} id={titleId}>
            {title}
          </Title>
          {description && <p className="mt-s1 max-w-read text-s text-ink-2">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-s2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
