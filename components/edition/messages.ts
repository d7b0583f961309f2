import arCatalogue from '#locales/ar/catalogue';
import arCheck from '#locales/ar/check';
import arPlan from '#locales/ar/plan';
import arPrint from '#locales/ar/print';
import enCatalogue from '#locales/en/catalogue';
import enCheck from '#locales/en/check';
import enPlan from '#locales/en/plan';
import enPrint from '#locales/en/print';
import type { Messages } from './words.ts';

/** The words of both languages that what is printed needs, whichever it is printed in. */
export const messages: Messages = {
  ar: { plan: arPlan, print: arPrint, catalogue: arCatalogue, check: arCheck },
  en: { plan: enPlan, print: enPrint, catalogue: enCatalogue, check: enCheck },
};

/** The words that say where in a plan something stands. */
export const placeMessages = {
  ar: { plan: arPlan, catalogue: arCatalogue, common: { languages: arPrint.languages } },
  en: { plan: enPlan, catalogue: enCatalogue, common: { languages: enPrint.languages } },
};
