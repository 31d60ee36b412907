// A picture as plain shapes, the later over the earlier: formats write it as SVG or as pixels.

export type Colour = `#${string}`;

export type Shape =
  | {
      readonly kind: 'rectangle';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: Colour;
      /** 1 where left out. */
      readonly opacity?: number;
    }
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number; readonly fill: Colour }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of the line that the letters stand on. */
      readonly y: number;
      readonly size: number;
      readonly text: string;
      readonly fill: Colour;
      readonly weight: 400 | 600 | 700;
      readonly anchor: 'start' | 'end';
    };

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}
