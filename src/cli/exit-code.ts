/** The four answers of the program; never a count. */
export const exitCode = { ok: 0, findings: 1, usage: 2, failure: 3 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
