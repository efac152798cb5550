/** The little of React that the bench's page uses: its own types are a package more. */
declare module "react" {
  export type ReactNode = object | string | null | undefined | readonly ReactNode[];
  export interface ChangeEvent {
    readonly currentTarget: { readonly value: string; readonly checked: boolean };
  }
  export function createElement(
    type: string | (() => ReactNode),
    props: Record<string, unknown>,
    ...children: readonly ReactNode[]
  ): ReactNode;
  export function useState<T>(initial: T): [T, (change: (before: T) => T) => void];
}

declare module "react-dom/client" {
  import type { ReactNode } from "react";
  export function createRoot(element: Element): { render(node: ReactNode): void };
}
