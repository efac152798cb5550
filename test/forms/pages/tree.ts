/** What a page is made of, before a framework or a serializer turns it into elements. All of it goes through JSON. */

export interface Branch {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Tree[];
}

/** A field: what a framework binds to its state. */
export interface Control {
  /** The field's name in the facts. */
  readonly control: string;
  readonly tag: "input" | "select" | "textarea";
  /** Without the value, which is part of the state. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Value and text. */
  readonly options: readonly (readonly [string, string])[];
  readonly initial: Value;
}

export type Tree = Branch | Control | string;

/** What a field holds: whether it is checked, or its text. */
export type Value = string | boolean;

/** The attribute by which the bench finds a field. It says nothing that an engine could learn from. */
export const NAME_ATTRIBUTE = "data-n";

export const isControl = (tree: Branch | Control): tree is Control => "control" in tree;

export const branch = (
  tag: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (Tree | undefined)[]
): Branch => ({ tag, attributes: defined(attributes), children: children.filter((child) => child !== undefined) });

export const isToggle = ({ attributes }: Control): boolean =>
  attributes.type === "checkbox" || attributes.type === "radio";

export function controlsIn(trees: readonly Tree[]): readonly Control[] {
  return trees.flatMap((tree) =>
    typeof tree === "string" ? [] : isControl(tree) ? [tree] : controlsIn(tree.children),
  );
}

/** What a framework's state begins with. */
export const initialState = (trees: readonly Tree[]): Record<string, Value> =>
  Object.fromEntries(controlsIn(trees).map(({ control, initial }) => [control, initial]));

function defined(attributes: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
