import { Definition, DefinitionList } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import { fieldIn, valueIn } from "./audit-words.ts";

interface ChangeValuesProps {
  readonly before: unknown;
  readonly after: unknown;
}

/** What stood there before, and what does now, a line for each field that differs. */
export function ChangeValues({ before, after }: ChangeValuesProps) {
  const words = useWords();
  const [old, fresh] = [imageOf(before), imageOf(after)];
  const fields = [...new Set([...old.keys(), ...fresh.keys()])].filter((field) => !idAlone.has(field));
  const said = (field: string, value: unknown) => {
    if (value === undefined || value === null || value === "") return null;
    return Array.isArray(value) && value.length === 0 ? null : valueIn(words, field, value);
  };
  return (
    <div className="min-w-0 whitespace-normal text-start sm:min-w-menu">
      <DefinitionList>
        {fields.map((field) => {
          const [from, to] = [said(field, old.get(field)), said(field, fresh.get(field))];
          if (from === null && to === null) return null;
          return (
            <Definition key={field} term={fieldIn(words, field)}>
              {from !== null && <del className="text-ink-3">{from}</del>}
              {from !== null && to !== null && <span aria-hidden="true"> → </span>}
              {to !== null && <ins className="text-ink no-underline">{to}</ins>}
            </Definition>
          );
        })}
      </DefinitionList>
    </div>
  );
}

/** Ids whose record is named beside them, or by the line itself. */
const idAlone: ReadonlySet<string> = new Set(["mergedId", "keptId", "intoId"]);

function imageOf(image: unknown): Map<string, unknown> {
  return new Map(typeof image === "object" && image !== null ? Object.entries(image) : []);
}
