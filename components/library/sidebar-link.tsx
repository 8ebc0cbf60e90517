import type { ReactNode } from 'react';
import type { View } from '../../lib/db/views';
import { number } from '../numbers';
import { viewPath } from './place';

/** A view as a link, so that it can be opened in a tab of its own too. */
export function SidebarLink({
  to,
  name,
  count,
  current,
  mark,
  children,
}: {
  to: View;
  name: string;
  count?: number | undefined;
  /** The path of the view that is shown. */
  current: string;
  /** Stands before the name, such as a tag's colour. */
  mark?: ReactNode;
  /** Stands after the link, such as a menu. */
  children?: ReactNode;
}) {
  const path = viewPath(to);
  return (
    <li className="sidebar-item" data-kind={to.kind}>
      <a href={`#/${path}`} aria-current={path === current ? 'page' : undefined}>
        {mark}
        <span className="sidebar-name">
          <bdi>{name}</bdi>
        </span>{' '}
        {count !== undefined && <span className="sidebar-count">{number(count)}</span>}
      </a>
      {children}
    </li>
  );
}
