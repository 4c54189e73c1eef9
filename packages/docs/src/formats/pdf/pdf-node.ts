/** What pdfmake lays out, as far as documents need it: plain data, so that another thread can do the work. */
export interface PdfInline {
  readonly text: string;
  readonly font?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
  readonly background?: string;
  readonly decoration?: ("underline" | "lineThrough")[];
  readonly link?: string;
  readonly linkToDestination?: string;
}

interface PdfBox {
  readonly margin?: [number, number, number, number];
  readonly width?: number | "*" | "auto";
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly alignment?: "left" | "right" | "center";
  readonly lineHeight?: number;
  readonly pageBreak?: "before";
}

export type PdfBlock = PdfBox &
  (
    | {
        readonly text: PdfInline[];
        readonly id?: string;
        readonly outline?: boolean;
        readonly outlineText?: string;
        readonly outlineParentId?: string;
        readonly outlineExpanded?: boolean;
        readonly headlineLevel?: number;
        readonly preserveLeadingSpaces?: boolean;
      }
    | { readonly stack: PdfBlock[] }
    | { readonly ul: PdfBlock[]; readonly markerColor?: string }
    | { readonly ol: PdfBlock[]; readonly start?: number; readonly markerColor?: string }
    | { readonly columns: PdfBlock[]; readonly columnGap?: number }
    | { readonly canvas: object[] }
    | { readonly image: string; readonly fit: [number, number]; readonly link?: string }
    | { readonly pageReference: string }
    | {
        readonly table: {
          readonly widths: (string | number)[];
          readonly headerRows?: number;
          readonly keepWithHeaderRows?: number;
          readonly dontBreakRows?: boolean;
          readonly body: PdfCell[][];
        };
        readonly layout: string;
      }
  );

export type PdfCell = {
  readonly stack: PdfBlock[];
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly fillColor?: string;
  readonly bold?: boolean;
};
