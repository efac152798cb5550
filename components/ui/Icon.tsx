/** An icon of Lucide's set, drawn in the colour of the text around it; never alone the name of anything. */
import { h } from "preact";

export type IconShape = readonly (readonly [string, Readonly<Record<string, string | number | undefined>>])[];

export function Icon({ shape, size = 16 }: { shape: IconShape; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shape.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
