/** The formats of `check` by name: known to the command line without what they need. */
export const findingsFormats = ["pretty", "json", "github", "gitlab", "junit", "sarif", "markdown"] as const;
export type FindingsFormat = (typeof findingsFormats)[number];
