import { useEffect, useState } from 'react';

/** The id of the section being read: the last one whose head has passed the upper third. */
export function useSectionInView(ids: readonly string[]): string {
  const [current, setCurrent] = useState(ids[0]!);
  useEffect(() => {
    const look = () => {
      const line = window.innerHeight / 3;
      const atEnd =
        window.scrollY > 0 &&
        window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
      const passed = ids.filter(
        (id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) <= line,
      );
      const asked = location.hash.slice(1);
      setCurrent(atEnd ? (ids.includes(asked) ? asked : ids.at(-1)!) : (passed.at(-1) ?? ids[0]!));
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('hashchange', look);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('hashchange', look);
    };
  }, [ids]);
  return current;
}
