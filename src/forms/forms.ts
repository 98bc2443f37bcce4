import { type Language, say } from "../base/language.ts";
import type { Plan } from "../rubric/plan.ts";
import { renderForm } from "./csv.ts";
import { eventsForm } from "./events-form.ts";
import type { EmptyForm, FormUnit, TextFile } from "./form.ts";
import { renderGuide } from "./guide.ts";
import { createHeadings } from "./headings.ts";
import { historyForm } from "./history-form.ts";
import { registerForm } from "./register-form.ts";
import { submissionForms } from "./submission-forms.ts";

/** The empty forms a rubric asks for. */
export interface Forms {
  /** Where the units are known already, there is no form for them. */
  readonly register: EmptyForm | undefined;
  readonly submissions: readonly EmptyForm[];
  /** Where the rubric reads events. */
  readonly events: EmptyForm | undefined;
  /** Where the rubric looks at earlier years: in the first one it stays empty. */
  readonly history: EmptyForm | undefined;
}

/** Plan (and the units, once they are known) → forms. Each file has a name of its own. */
export function planForms(plan: Plan, units: readonly FormUnit[] | undefined, language: Language): Forms {
  const headings = createHeadings(plan, language);
  const claim = createNames();
  const named = (form: EmptyForm): EmptyForm => ({ ...form, file: `${claim(form.file)}.csv` });
  const register =
    units === undefined ? registerForm(plan, headings, say(names.register, language)) : undefined;
  const events = plan.events.used ? eventsForm(plan, headings, say(names.events, language)) : undefined;
  const history =
    plan.years.reach > 0 ? historyForm(plan, language, say(names.history, language)) : undefined;
  return {
    register: register && named(register),
    events: events && named(events),
    history: history && named(history),
    submissions: submissionForms(plan, headings, units ?? [], language).map(named),
  };
}

const names = {
  register: { zh: "登记表", en: "register" },
  events: { zh: "事项", en: "events" },
  history: { zh: "历年结果", en: "history" },
  guide: { zh: "说明.md", en: "guide.md" },
} as const;

/** The forms as files, and a guide beside them. */
export function renderForms(
  plan: Plan,
  { register, submissions, events, history }: Forms,
  language: Language,
): TextFile[] {
  const all = [register, ...submissions, events, history].filter((form) => form !== undefined);
  return [
    ...all.map((form) => ({ path: form.file, text: renderForm(form) })),
    { path: say(names.guide, language), text: renderGuide(plan, all, language) },
  ];
}

/** Characters that file systems have other uses for. */
const unfit = /[\\/:*?"<>|\u0000-\u001f]+/g;

/** File names from words of the rubric, each once, also where upper and lower case are one. */
function createNames(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    const name = wanted.replace(unfit, "-").replace(/^[.~\s]+|[.\s]+$/gu, "") || "form";
    for (let count = 1; ; count += 1) {
      const candidate = count === 1 ? name : `${name}-${count}`;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  };
}
