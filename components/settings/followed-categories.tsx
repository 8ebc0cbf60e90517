import { t } from '../../lib/i18n';
import { checkedCategory } from './checked-category';
import { DIGEST_LIMITS } from '../../lib/digest/digest-settings';
import { TextList, type EditTexts } from './text-list';

/** The categories that arXiv is asked for. */
export function FollowedCategories({
  categories,
  edit,
}: {
  categories: readonly string[];
  edit: EditTexts;
}) {
  return (
    <TextList
      title={t('settings_digest_categories')}
      hint={t('settings_digest_categories_hint')}
      placeholder="cs.LG"
      texts={categories}
      most={DIGEST_LIMITS.categories}
      check={checkedCategory}
      edit={edit}
    />
  );
}
