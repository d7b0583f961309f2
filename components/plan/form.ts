import type { AfterForm } from '#plan/afterForm';
import type { FieldMeta, ReferenceTarget } from '#plan/fields';
import type { Language } from '#plan/schema';

export type Option = { value: string; label: string };
export type OptionGroup = { label: string; options: Option[] };

/** Why a field is asked, from the criteria, and a worked example of a fictional country. */
export type Guidance = {
  reasons: { text: string; source: string }[];
  example?: { text: string; why: string };
};

type Common = {
  name: string;
  label: string;
  hint?: string;
  guidance?: Guidance;
  /** Not editable here, whoever reads: it is settled elsewhere. */
  fixed?: boolean;
};
type PlainKind = Exclude<
  FieldMeta['kind'],
  'order' | 'choice' | 'choices' | 'reference' | 'references' | 'group' | 'list' | 'keyed'
>;

/**
 * A field as a form shows it, everything resolved in the interface's language: derived from the schema on the server,
 * sent to the browser as it is. `order` has no field of its own: it is an item's place in its list.
 */
export type FormField = Common &
  (
    | { [kind in PlainKind]: { kind: kind } }[PlainKind]
    | { kind: 'choice'; options: Option[] }
    | { kind: 'choices'; options: (Option | OptionGroup)[] }
    | { kind: 'reference' | 'references'; to: ReferenceTarget }
    | { kind: 'group'; fields: FormField[] }
    | { kind: 'list'; fields: FormField[]; title: string; item: string; add: string; remove: string }
    | { kind: 'keyed'; fields: FormField[]; entries: { key: string; label: string; note?: string }[] }
  );

/** Options that several fields share, sent once a page. */
export type SharedOptions = Partial<Record<ReferenceTarget | 'currencies' | 'countries', (Option | OptionGroup)[]>>;

/** A problem found when the page was made, said at its field until that is edited. */
export type FieldProblem = { path: string; severity: 'wrong' | 'missing'; message: string };

/** The sentences of the form, in the interface's language; `{x}` is filled in the browser. */
export type FormWords = {
  languages: Record<Language, string>;
  why: string;
  example: string;
  none: string;
  notGiven: string;
  elsewhere: string;
  yes: string;
  no: string;
  moveUp: string;
  moveDown: string;
  removed: string;
  putBack: string;
  empty: string;
  chosen: string;
  find: string;
  errors: { notAmount: string; notNumber: string; notYear: string; tooLong: string; refused: string };
  clash: { title: string; mine: string; theirs: string; keepMine: string; keepTheirs: string; nothing: string };
  save: Record<
    'saved' | 'saving' | 'device' | 'clash' | 'unsaved' | 'signIn' | 'signInLink' | 'idle' | 'already' | 'label',
    string
  >;
  agency: Record<'open' | 'ar' | 'en' | 'acronym' | 'add' | 'noName' | 'failed' | 'added', string>;
  terms: Record<'open' | 'intro' | 'find' | 'own' | 'none' | 'failed', string>;
  /** Said where a part of the page’s program didn’t come. */
  later: string;
  paste: Record<
    'open' | 'intro' | 'label' | 'preview' | 'ignore' | 'column' | 'row' | 'unread' | 'add' | 'added' | 'undo',
    string
  >;
  bank: Record<'open' | 'intro' | 'find' | 'take' | 'taken' | 'failed' | 'none', string>;
  colleagues: { here: string; row: string; elsewhere: string; again: string };
  plain: Record<'save' | 'hint' | 'saved' | 'notAll' | 'left' | 'more' | 'taken', string>;
};

/** What all forms of a page have in common. */
export type Frame = {
  planId: string;
  userId: string;
  /** When the plan was read for this page: ISO 8601, by the database’s clock. */
  readAt: string;
  /** Names this very page’s form, where it is sent without the page’s program. */
  formId: string;
  /** What became of the form that led to this page. */
  after?: AfterForm & {
    /** Where something is left to do, with the field’s name in words. */
    left: { path: string; place: string; code: string }[];
  };
  locale: Language;
  /** The plan's languages, the leading one first. */
  languages: readonly [Language, Language];
  options: SharedOptions;
  /** Whether this reader may add an agency at a field that names one. */
  addsAgencies?: boolean;
  words: FormWords;
};

/** A part of a plan as a form starts from it. */
export type PartContent = { part: string; content: unknown; revision: number };

/** The options of all groups in one list. */
export const flatOptions = (options: readonly (Option | OptionGroup)[]): Option[] =>
  options.flatMap((entry) => ('options' in entry ? entry.options : [entry]));

/** `text` with its `{x}` filled. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** The empty value of a field: what an item that was just added holds. */
function emptyOf(field: FormField): unknown {
  switch (field.kind) {
    case 'line':
    case 'prose':
      return { ar: '', en: '' };
    case 'word':
    case 'date':
    case 'amount':
    case 'number':
    case 'country':
      return '';
    case 'currency':
      return 'USD';
    case 'year':
    case 'reference':
      return null;
    case 'flag':
      return false;
    case 'choice':
      return field.options[0]?.value ?? '';
    case 'choices':
    case 'references':
      return [];
    case 'languages':
      return ['ar', 'en'];
    case 'group':
      return emptyItem(field.fields);
    case 'list':
    case 'keyed':
      return {};
  }
}

/** An item of a list, or an entry, with nothing in it. */
export const emptyItem = (fields: readonly FormField[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field.name, emptyOf(field)]));
