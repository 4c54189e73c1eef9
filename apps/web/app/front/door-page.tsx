import { Title } from "@guildhall/ui";
import type { ReactNode } from "react";
import { FrontFrame } from "../shell/front-frame.tsx";

interface DoorPageProps {
  readonly title: string;
  readonly text: ReactNode;
  readonly children: ReactNode;
  /** What else one may do here, below a hairline. */
  readonly aside?: ReactNode;
}

/** A page of the front door: what is asked, and nothing beside it. */
export function DoorPage({ title, text, children, aside }: DoorPageProps) {
  return (
    <FrontFrame>
      <div className="sm:framed mx-auto sm:w-fit sm:bg-surface sm:p-s7">
        <div className="mx-auto grid max-w-form gap-s5 sm:w-form">
          <div>
            <Title level={1} size="l">
              {title}
            </Title>
            <p className="mt-s2 break-words leading-read text-ink-2">{text}</p>
          </div>
          {children}
          {aside && <div className="grid gap-s2 border-t pt-s4 text-ink-2">{aside}</div>}
        </div>
      </div>
    </FrontFrame>
  );
}
