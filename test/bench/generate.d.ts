export function seeded(seed: number): (below: number) => number;
