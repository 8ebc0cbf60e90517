/** Times of day, in minutes after local midnight. */

/** 495 as "08:15", as fields write it. */
export function clockTime(minutes: number): string {
  return new Date(minutes * 60_000).toISOString().slice(11, 16);
}

/** "08:15" as 495; undefined while a field is not filled. */
export function minutesOf(time: string): number | undefined {
  const [hours, minutes] = time.split(':').map(Number);
  return hours === undefined || minutes === undefined ? undefined : hours * 60 + minutes;
}
