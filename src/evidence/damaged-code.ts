/** A long number as a spreadsheet shows it in a narrow column, and saves it: `1.13401E+17`. */
const scientific = /^\d(?:\.\d+)?E\+\d{2}$/i;

/** Whether a spreadsheet has taken a code for a number, of which it keeps 15 digits: nobody can tell what it was. */
export const isScientificCode = (code: string): boolean => scientific.test(code);

/** The same, or a unified social credit code that has lost its last digits: its check digit does not fit. */
export const isDamagedCode = (code: string): boolean =>
  isScientificCode(code) || (/^\d{15}000$/.test(code) && checkDigit(code) !== code.at(-1));

const signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** The last of the 18 characters of a code by GB 32100, worked out from the others. */
function checkDigit(code: string): string | undefined {
  let sum = 0;
  let weight = 1;
  for (const sign of code.slice(0, 17)) {
    sum += signs.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return signs[(31 - (sum % 31)) % 31];
}
