import type { OutputOptions, RolldownOptions } from "rolldown";

/** How the command line is put together; rolldown asks for a default export. */
declare const config: RolldownOptions & { readonly output: OutputOptions };
export default config;
