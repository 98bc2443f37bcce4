/** Loads the built program, with what the build compiled beforehand where there is any. */
export function load(file: string): unknown;
/** The program as a script that can be run once, and afterwards gives what was compiled of it. */
export function compile(file: string, cachedData?: Uint8Array): { run(): unknown; compiled(): Uint8Array };
