export function rubricText(seed: number, count: number): string;
