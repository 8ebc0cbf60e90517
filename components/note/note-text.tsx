import { createElement, Fragment, type ReactNode, useMemo } from 'react';
import { t } from '../../lib/i18n';
import { parseNote, toggleTask, type Token } from './parse-note';
import './note-text.css';

/** Elements a note may have; what else Markdown knows is shown as its text. */
const BLOCKS: ReadonlySet<string> = new Set([
  ...['p', 'blockquote', 'ul', 'ol', 'li', 'hr', 'br', 'strong', 'em', 's'],
  ...['h3', 'h4', 'h5', 'h6'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
]);
const DEEPEST = 60;
const TASK = /^\[([ xX])\]\s+/;

/** A note as its Markdown means it: React elements and text, no markup of its own, no pictures. */
export function NoteText({
  text,
  onChange,
}: {
  text: string;
  /** A task was ticked or unticked; the text with it. */
  onChange: (text: string) => void;
}) {
  const tokens = useMemo(() => parseNote(text), [text]);
  // No one wrote that by hand; drawn, it would be deeper than a page can be.
  if (depthOf(tokens) > DEEPEST) return <p className="note-plain">{text}</p>;
  return (
    <div className="note-text" dir="auto">
      {elements(tokens, (line) => onChange(toggleTask(text, line)))}
    </div>
  );
}

/** How many elements stand within one another at most. */
function depthOf(tokens: readonly Token[]): number {
  let depth = 0;
  let deepest = 0;
  for (const { nesting, children } of tokens) {
    depth += nesting;
    deepest = Math.max(deepest, depth + (children ? depthOf(children) : 0));
  }
  return deepest;
}

interface Open {
  token: Token | undefined;
  children: ReactNode[];
}

/** Elements of tokens that come flat, an opening and a closing one around each element's own. */
function elements(tokens: readonly Token[], onTick: (line: number) => void): ReactNode[] {
  const root: Open = { token: undefined, children: [] };
  const stack = [root];
  const top = () => stack.at(-1)!;
  const add = (node: ReactNode) => {
    const { children } = top();
    children.push(<Fragment key={children.length}>{node}</Fragment>);
  };
  for (const token of tokens) {
    if (token.nesting === 1) stack.push({ token, children: [] });
    else if (token.nesting === -1 && stack.length > 1) {
      const { token: opened, children } = stack.pop()!;
      add(element(opened!, children));
    } else if (token.type === 'inline') {
      const parts = token.children ?? [];
      const item = stack.at(-2)?.token;
      const task =
        item?.type === 'list_item_open' && parts[0]?.type === 'text' && TASK.exec(parts[0].content);
      if (task) {
        const line = item.map?.[0] ?? 0;
        add(<Task done={task[1] !== ' '} onTick={() => onTick(line)} />);
        add(parts[0]!.content.slice(task[0].length));
      }
      for (const part of elements(task ? parts.slice(1) : parts, onTick)) add(part);
    } else add(leaf(token));
  }
  return root.children;
}

function element(token: Token, children: ReactNode[]): ReactNode {
  const { tag } = token;
  if (token.hidden) return children;
  if (tag === 'a') return <Link href={String(token.attrGet('href'))}>{children}</Link>;
  if (!BLOCKS.has(tag)) return children;
  const start = tag === 'ol' ? Number(token.attrGet('start') ?? 1) : 1;
  return createElement(tag, start === 1 ? undefined : { start }, ...children);
}

function leaf(token: Token): ReactNode {
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      return <br />;
    case 'hr':
      return <hr />;
    case 'code_inline':
      return <code>{token.content}</code>;
    case 'fence':
      return (
        <pre>
          <code>{token.content}</code>
        </pre>
      );
    // Fetching a picture would tell its host that this note was read.
    case 'image':
      return (
        <Link href={String(token.attrGet('src'))}>{token.content || token.attrGet('src')}</Link>
      );
    default:
      return token.content;
  }
}

function Link({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function Task({ done, onTick }: { done: boolean; onTick: () => void }) {
  return <input type="checkbox" aria-label={t('note_task')} checked={done} onChange={onTick} />;
}
