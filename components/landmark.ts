/** The part of the page that `element` stands in; what belongs to it is drawn there too. */
export function landmarkOf(element: HTMLElement | null): HTMLElement | undefined {
  return element?.closest<HTMLElement>('main, header, footer, aside, nav') ?? undefined;
}
