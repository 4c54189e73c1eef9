import { z } from "zod";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import type { FieldPlace } from "./field-input.tsx";

const found = z.object({
  choices: z.array(z.object({ value: z.string(), label: z.string(), hint: z.string().optional() })),
});

/** Where fields of this hall are at home: its clock, and where its records are looked for. */
export function useFieldPlace(): FieldPlace {
  const { slug, timeZone } = useHall();
  const { locale } = useWords();
  return {
    zone: timeZone,
    currency: locale === "zh-CN" ? "CNY" : "EUR",
    find: async (target, query, signal) => {
      const search = new URLSearchParams({ what: target, q: query });
      const response = await fetch(`/w/${slug}/find?${search}`, { signal });
      return response.ok ? found.parse(await response.json()).choices : [];
    },
  };
}
