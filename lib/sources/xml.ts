/** Reading XML that nobody vouches for. */
import { parseXml, XmlElement, XmlText, type XmlNode } from '@rgrove/parse-xml';
import { collapse } from '../paper';

/** The outermost element; undefined when `xml` is not well-formed. Never throws. */
export function xmlRoot(xml: string): XmlElement | undefined {
  try {
    return parseXml(xml).root ?? undefined;
  } catch {
    // Not well-formed, or nested so deeply that the parser gives up.
    return undefined;
  }
}

/** The elements of this name directly below `parent`; a name is written with its prefix. */
export function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && child.name === name,
  );
}

/** The text of the first child of this name on one line; '' where there is none. Never throws. */
export function textOf(parent: XmlElement, name: string): string {
  const [child] = childrenOf(parent, name);
  return child ? textIn(child) : '';
}

/** All text within an element on one line. Never throws. */
export function textIn(element: XmlElement): string {
  const parts: string[] = [];
  // Step by step: the parser's own `text` calls itself and falls over what it has just parsed.
  const left: XmlNode[] = [element];
  for (let node = left.pop(); node; node = left.pop()) {
    if (node instanceof XmlText) parts.push(node.text);
    else if (node instanceof XmlElement)
      for (const child of node.children.toReversed()) left.push(child);
  }
  return collapse(parts.join(''));
}
