import type { ComparedField, KnownPaper } from '../../lib/citations/preview';
import type { CitationRecord } from '../../lib/citations/record';
import { t } from '../../lib/i18n';
import type { Choice } from '../../lib/import-plan';

/** What the library and the file say of a paper, side by side, and whose word stands. */
export function ConflictFields({
  record,
  here,
  differs,
  choice,
  name,
  onChoose,
}: {
  record: CitationRecord;
  here: KnownPaper;
  differs: readonly ComparedField[];
  choice: Choice;
  /** Of the two radio buttons. */
  name: string;
  onChoose: (choice: Choice) => void;
}) {
  const mine = { paper: here.paper, note: here.entry?.note ?? '', status: here.entry?.status };
  const option = (value: Choice) => (
    <label className="conflict-choice">
      <input type="radio" name={name} checked={choice === value} onChange={() => onChoose(value)} />
      {t(`import_${value}`)}
    </label>
  );
  return (
    <fieldset className="conflict">
      <legend className="visually-hidden">{t('import_whose', here.paper.title)}</legend>
      <span />
      {option('mine')}
      {option('theirs')}
      {differs.map((field) => (
        <div key={field} className="conflict-field">
          <span className="conflict-name">{t(`field_${field}`)}</span>
          <span className="conflict-value" data-chosen={choice === 'mine' || undefined} dir="auto">
            {valueOf(field, mine)}
          </span>
          <span
            className="conflict-value"
            data-chosen={choice === 'theirs' || undefined}
            dir="auto"
          >
            {valueOf(field, record)}
          </span>
        </div>
      ))}
    </fieldset>
  );
}

/** Letters of a long text that are shown: enough to tell two apart. */
const SHOWN = 300;

function valueOf(
  field: ComparedField,
  {
    paper,
    note,
    status,
  }: Pick<CitationRecord, 'note'> & {
    paper: KnownPaper['paper'] | CitationRecord['paper'];
    status?: CitationRecord['status'];
  },
): string {
  switch (field) {
    case 'title':
      return paper.title;
    case 'authors':
      return shortened(paper.authors.join(', ')) + (paper.authorsCut ? ' …' : '');
    case 'year':
      return paper.publishedAt ?? '';
    case 'venue':
      return paper.venue ?? '';
    case 'ids':
      return paper.ids.join(', ');
    case 'abstract':
      return shortened(paper.abstract ?? '');
    case 'note':
      return shortened(note);
    case 'status':
      return t(`status_${status ?? 'unread'}`);
  }
}

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
