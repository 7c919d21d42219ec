// A page as a browser's parser reads it (parse5 follows the HTML standard).
import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];

/** Every element of a page, in its order. */
export function elementsOf(page: string): Element[] {
  const found: Element[] = [];
  const look = (node: Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(look);
  };
  look(parse(page));
  return found;
}

/** The text of an element and of all in it. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

export function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}

/** The elements with a class. */
export function ofClass(elements: readonly Element[], name: string): Element[] {
  return elements.filter((element) => attributeOf(element, 'class')?.split(' ').includes(name) === true);
}
