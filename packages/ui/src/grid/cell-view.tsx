import { useKitWords } from "../words/use-kit-words.ts";
import { cellFace } from "./cell-face.tsx";
import type { CellValue, GridColumn } from "./column.ts";

type CellViewProps = { readonly column: GridColumn; readonly value: CellValue | undefined; readonly zone: string };

/** A value as the grid shows it, somewhere else: in a look at a row. */
export function CellView({ column, value, zone }: CellViewProps) {
  const words = useKitWords();
  return <>{cellFace(column, value, { ...words, zone })}</>;
}
