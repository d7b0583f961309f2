/** How many numbered and lettered targets each Sustainable Development Goal has: A/RES/70/1, 169 in all. */
const targets: readonly [numbered: number, lettered: number][] = [
  [5, 2],
  [5, 3],
  [9, 4],
  [7, 3],
  [6, 3],
  [6, 2],
  [3, 2],
  [10, 2],
  [5, 3],
  [7, 3],
  [7, 3],
  [8, 3],
  [3, 2],
  [7, 3],
  [9, 3],
  [10, 2],
  [19, 0],
];

/** The 169 targets as “16.3” or “16.a”, in the order of the goals. */
export function sdgTargets(): [string, ...string[]] {
  return targets.flatMap(([numbered, lettered], index) => [
    ...Array.from({ length: numbered }, (_, n) => `${index + 1}.${n + 1}`),
    ...Array.from({ length: lettered }, (_, n) => `${index + 1}.${'abcd'[n]}`),
  ]) as [string, ...string[]];
}

/** The goal, 1 to 17, of a target. */
export const goalOf = (target: string): number => Number.parseInt(target, 10);
