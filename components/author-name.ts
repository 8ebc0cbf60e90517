/** "Chen-Yu Huang" as "C. Huang"; a name in a script without initials stays as it is. */
export function withInitials(name: string): string {
  const parts = name.split(' ');
  if (parts.length < 2 || !/^\p{Script=Latin}/u.test(name)) return name;
  const given = [...parts[0]!][0]!;
  // Particles belong to the family name: "Ludwig van Beethoven" is "L. van Beethoven".
  const at = parts.findIndex((part, i) => i > 0 && /^\p{Ll}/u.test(part));
  const family = parts.slice(at > 0 ? at : -1).join(' ');
  return `${given.toUpperCase()}. ${family}`;
}
