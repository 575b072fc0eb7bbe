import { expect, it } from "vitest";
import { nearest } from "../../../../src/explorer/views/explore/canvas-keys.js";

const places = new Map([
  ["middle", { x: 0, y: 0 }],
  ["right", { x: 100, y: 10 }],
  ["far right", { x: 150, y: 0 }],
  ["above", { x: 5, y: -80 }],
  ["left", { x: -60, y: 60 }],
]);

it("goes to the nearest in the direction of the arrow", () => {
  expect(nearest("middle", { x: 1, y: 0 }, places)).toBe("right");
  expect(nearest("right", { x: 1, y: 0 }, places)).toBe("far right");
  expect(nearest("middle", { x: 0, y: -1 }, places)).toBe("above");
  expect(nearest("middle", { x: -1, y: 0 }, places)).toBe("left");
});

it("stays where nobody lies in that direction", () => {
  expect(nearest("far right", { x: 1, y: 0 }, places)).toBeNull();
  expect(nearest("nobody", { x: 1, y: 0 }, places)).toBeNull();
});
