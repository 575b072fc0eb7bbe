/** A place on the canvas; y grows downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
