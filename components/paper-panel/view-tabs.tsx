import type { KeyboardEvent } from 'react';
import { number } from '../numbers';

export interface View<V extends string> {
  id: V;
  name: string;
  /** Undefined until it is known. */
  count: number | undefined;
}

/** The views of the panel with their counts, as tabs: arrows go from one to the next. */
export function ViewTabs<V extends string>({
  views,
  current,
  panel,
  onChange,
}: {
  views: readonly View<V>[];
  current: V;
  /** Id of the element the tabs change. */
  panel: string;
  onChange: (view: V) => void;
}) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = views.findIndex((view) => view.id === current);
    const next = (at + step + views.length) % views.length;
    onChange(views[next]!.id);
    (event.currentTarget.parentElement?.children[next] as HTMLElement | undefined)?.focus();
  };
  return (
    <div role="tablist" className="views">
      {views.map(({ id, name, count }) => (
        <button
          key={id}
          type="button"
          role="tab"
          className="view"
          aria-selected={id === current}
          aria-controls={panel}
          tabIndex={id === current ? 0 : -1}
          onClick={() => onChange(id)}
          onKeyDown={onKeyDown}
        >
          {name}
          {/* It keeps its place while it is not known, so that nothing moves. */}
          <span className="view-count">{count === undefined ? '' : number(count)}</span>
        </button>
      ))}
    </div>
  );
}
