import {
  draggable,
  dropTargetForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, type RefObject } from 'react';
import type { PaperId } from '../../lib/paper';
import './queue-drag.css';
import type { Queue } from './use-queue';

/** Lets the lines that are on screen be dragged to another place of the queue. */
export function QueueDrag({
  box,
  shown,
  queue,
}: {
  box: RefObject<HTMLElement | null>;
  /** The papers whose lines exist. */
  shown: readonly PaperId[];
  queue: Queue;
}) {
  const latest = useRef(queue);
  const lines = useRef(new Map<HTMLElement, () => void>());
  useEffect(() => {
    latest.current = queue;
  });
  const key = shown.join();
  useEffect(() => {
    const known = lines.current;
    const now = new Set(box.current?.querySelectorAll<HTMLElement>('.paper-line'));
    for (const [line, stop] of known) {
      if (now.has(line)) continue;
      stop();
      known.delete(line);
    }
    for (const line of now) if (!known.has(line)) known.set(line, watch(line, latest));
  }, [box, key]);
  useEffect(() => {
    const known = lines.current;
    return () => {
      for (const stop of known.values()) stop();
      known.clear();
    };
  }, []);
  return null;
}

/** Makes of one line what can be dragged, and where another can be dropped. */
function watch(line: HTMLElement, queue: RefObject<Queue>): () => void {
  const id = line.id.replace(/^paper-/, '');
  const mark = (side: Side | undefined) => {
    if (side) line.dataset.drop = side;
    else delete line.dataset.drop;
  };
  const stopDrag = draggable({
    element: line,
    getInitialData: () => ({ id }),
    onDragStart: () => (line.dataset.dragged = ''),
    onDrop: () => delete line.dataset.dragged,
  });
  const stopDrop = dropTargetForElements({
    element: line,
    canDrop: ({ source }) => typeof source.data.id === 'string' && source.data.id !== id,
    onDragEnter: ({ location }) => mark(sideOf(line, location.current.input.clientY)),
    onDrag: ({ location }) => mark(sideOf(line, location.current.input.clientY)),
    onDragLeave: () => mark(undefined),
    onDrop({ source, location }) {
      mark(undefined);
      const side = sideOf(line, location.current.input.clientY);
      queue.current.drop(String(source.data.id), id, side);
    },
  });
  return () => {
    stopDrag();
    stopDrop();
    mark(undefined);
    delete line.dataset.dragged;
  };
}

type Side = 'before' | 'after';

function sideOf(line: HTMLElement, y: number): Side {
  const { top, height } = line.getBoundingClientRect();
  return y < top + height / 2 ? 'before' : 'after';
}
