import { z } from "zod";
import { lineSchema, linkSchema, textSchema } from "../addresses/line.ts";
import { purposes } from "../purpose.ts";
import { button, heading, list, paragraph } from "./block.ts";
import { defineTemplate } from "./template.ts";

/** News of any kind, in the caller's own words and the reader's language. */
export const notice = defineTemplate({
  name: "notice",
  purposes,
  input: z.object({
    title: lineSchema(160),
    paragraphs: z.array(textSchema()).min(1).max(40),
    points: z.array(lineSchema(500)).max(40).default([]),
    action: z.object({ label: lineSchema(60), url: linkSchema }).optional(),
  }),
  subject: ({ title }) => title,
  preview: ({ paragraphs: [first = ""] }) => first.slice(0, 140),
  body: ({ title, paragraphs, points, action }) => [
    heading(title),
    ...paragraphs.map(paragraph),
    ...(points.length > 0 ? [list(points)] : []),
    ...(action ? [button(action.label, action.url)] : []),
  ],
});
