import type { Text } from "../base/language.ts";

/** One column of a form: its heading, and what those who fill it in need to know. */
export interface FormColumn {
  readonly heading: string;
  readonly meaning: Text;
  /** What may be written there. */
  readonly allowed: Text;
  /** The greatest value, where there is one. */
  readonly most: Text;
  /** Who fills it in. */
  readonly by: Text;
}

/** An empty form: headings, and the fields of each row that are known before anybody fills it in. */
export interface EmptyForm {
  /** The file it is written to, without a folder. */
  readonly file: string;
  readonly about: Text;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly (readonly string[])[];
  /** In a form with one item a row: what each item is, its name standing for a heading. */
  readonly items?: readonly FormColumn[];
}

/** A unit that forms have rows for; `columns` are what the register says of it. */
export interface FormUnit {
  readonly key: string;
  readonly name: string;
  readonly columns: ReadonlyMap<string, string>;
}

/** A text file that is to be written, by its path inside the folder it goes to. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export const nothing: Text = { zh: "", en: "" };

/** Whoever sends out the forms knows best where the rubric does not say. */
export const byOffice: Text = { zh: "由组织测评的单位指定", en: "as the assessing office says" };
