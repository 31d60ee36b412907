// What the build fills in.

/** The files that a page loads, by the names that the build gave them. */
declare const __FILES__: { readonly script: string; readonly style: string; readonly font: string };

declare module '@map/states.json' {
  /** Code -> name, longitude and latitude of its middle, west, south, east and north of its largest part. */
  const states: Readonly<Record<string, readonly [string, number, number, number, number, number, number]>>;
  export default states;
}
