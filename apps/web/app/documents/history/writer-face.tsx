import { faceCharacters, Icon } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import { inColour } from "./in-colour.ts";
import type { WriterShown } from "./load-history.ts";
import { writerName } from "./writer-name.ts";

/** Somebody who wrote, in the colour that their words have. */
export function WriterFace({ writer }: { readonly writer: WriterShown | undefined }) {
  const words = useWords();
  const known = writer?.kind === "person" && writer.name !== null;
  return (
    <span aria-hidden="true" className="writer-face" style={inColour(known ? writer : undefined)}>
      {known ? (
        faceCharacters(writerName(writer, words))
      ) : (
        <Icon name={writer?.kind === "guest" ? "link" : "document"} />
      )}
    </span>
  );
}
