import type { XmlElement } from '@rgrove/parse-xml';
import { ARXIV_CATEGORY } from '../arxiv-category';
import { CAPS } from '../paper-schema';
import { childrenOf, textIn } from './xml';

/**
 * The categories of arXiv that an entry of a feed of arXiv's names, the primary one first;
 * undefined where it names none. Atom says them by an attribute, RSS by text; other
 * classifications such as ACM's and MSC's, which stand among them, are left out.
 */
export function categoriesOf(entry: XmlElement): string[] | undefined {
  const elements = [
    ...childrenOf(entry, 'arxiv:primary_category').slice(0, 1),
    ...childrenOf(entry, 'category').slice(0, CAPS.categories - 1),
  ];
  const named = elements.map((element) => element.attributes.term ?? textIn(element));
  const categories = [...new Set(named.filter((name) => ARXIV_CATEGORY.test(name)))];
  return categories.length > 0 ? categories : undefined;
}
