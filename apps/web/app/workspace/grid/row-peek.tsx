import { Avatar, Definition, DefinitionList, PeekPanel } from "@guildhall/ui";
import { CellView, type GridColumn, type GridRow } from "@guildhall/ui/grid";

interface RowPeekProps {
  readonly row: GridRow;
  readonly columns: readonly GridColumn[];
  readonly zone: string;
  readonly closeHref: string;
  readonly onClose: () => void;
}

/** A look at one row without leaving the list: all that is known of it, and the way to its page. */
export function RowPeek({ row, columns, zone, closeHref, onClose }: RowPeekProps) {
  const told = columns.filter(({ id }) => id !== "name" && isTold(row.cells[id]));
  return (
    <PeekPanel
      key={row.id}
      title={row.name}
      mark={<Avatar id={row.id} name={row.name} image={row.image} size="l" />}
      fullHref={row.href}
      closeHref={closeHref}
      onClose={onClose}
    >
      <DefinitionList>
        {told.map((column) => (
          <Definition key={column.id} term={column.label}>
            <CellView column={column} value={row.cells[column.id]} zone={zone} />
          </Definition>
        ))}
      </DefinitionList>
    </PeekPanel>
  );
}

function isTold(value: GridRow["cells"][string] | undefined): boolean {
  if (value === undefined || value === null || value === "" || value === false) return false;
  return !Array.isArray(value) || value.length > 0;
}
