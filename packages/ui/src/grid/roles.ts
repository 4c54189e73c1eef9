/** Rows and cells that are laid out by the stylesheet are no table any more to a browser; these say again what they are. */
export const asGroup = { role: "rowgroup" };
export const asRow = { role: "row" };
export const asHead = { role: "columnheader" };
export const asCell = { role: "gridcell" };
