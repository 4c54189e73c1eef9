import { useParams, useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { z } from "zod";

const notice = z.object({ fact: z.string(), subjectId: z.string() });
const calm = 250;

/** Loads the page's data anew when a fact of this kind happens in the hall, and after the line was cut. */
export function useLive(prefix: string): void {
  const { tenant } = useParams();
  const revalidator = useRevalidator();
  const revalidate = useRef(revalidator.revalidate);
  revalidate.current = revalidator.revalidate;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let opened = false;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => revalidate.current(), calm);
    };
    const line = new EventSource(`/w/${tenant}/live`);
    line.addEventListener("fact", (event) => {
      if (notice.parse(JSON.parse(event.data)).fact.startsWith(prefix)) soon();
    });
    line.addEventListener("again", soon);
    line.addEventListener("open", () => {
      if (opened) soon();
      opened = true;
    });
    return () => {
      clearTimeout(timer);
      line.close();
    };
  }, [tenant, prefix]);
}
