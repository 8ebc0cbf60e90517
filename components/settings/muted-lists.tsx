import type { Muted } from '../../lib/digest/digest';
import { normalise } from '../../lib/identity';
import { t } from '../../lib/i18n';
import { checkedCategory } from './checked-category';
import { DIGEST_LIMITS } from '../../lib/digest/digest-settings';
import { TextList, type Checked, type EditTexts } from './text-list';

/** What is never told: words, authors, categories. */
export function MutedLists({
  muted,
  edit,
}: {
  muted: Muted;
  edit(of: (muted: Muted) => Partial<Muted>): void;
}) {
  const editOf =
    (name: keyof Muted): EditTexts =>
    (of) =>
      edit((now) => ({ [name]: of(now[name]) }));
  return (
    <>
      <TextList
        title={t('settings_digest_muted_words')}
        hint={t('settings_digest_muted_words_hint')}
        placeholder={t('settings_digest_muted_words_example')}
        texts={muted.words}
        most={DIGEST_LIMITS.muted}
        check={(text) => ({ text })}
        edit={editOf('words')}
      />
      <TextList
        title={t('settings_digest_muted_authors')}
        hint={t('settings_digest_muted_authors_hint')}
        placeholder="Ada Lovelace"
        texts={muted.authors}
        most={DIGEST_LIMITS.muted}
        check={checkedName}
        edit={editOf('authors')}
      />
      <TextList
        title={t('settings_digest_muted_categories')}
        hint={t('settings_digest_muted_categories_hint')}
        placeholder="cs.CY"
        texts={muted.categories}
        most={DIGEST_LIMITS.categories}
        check={checkedCategory}
        edit={editOf('categories')}
      />
    </>
  );
}

function checkedName(text: string): Checked {
  return normalise(text) ? { text } : { refusal: t('settings_digest_not_a_name', text) };
}
