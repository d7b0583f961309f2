import type { ReactNode } from 'react';
import { formatDate, formatNumber } from '#i18n/format';
import type { Bilingual } from '#plan/schema';
import { Pair, Passage } from '#ui/Pair';
import { Written } from '#ui/Written';
import { type FormField, type Frame, flatOptions } from './form.ts';

type Values = Record<string, unknown>;

/** The fields of a section for someone who reads and doesn’t edit: the same order and labels, in both languages. */
export function Reading({ fields, values, frame }: { fields: readonly FormField[]; values: unknown; frame: Frame }) {
  return (
    <dl className="grid gap-5">
      {fields.map((field) => (
        <div key={field.name} className="grid gap-1">
          <dt className="font-medium">{field.label}</dt>
          <dd>
            <Value field={field} value={(values as Values | undefined)?.[field.name]} frame={frame} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** An answer as it reads, by the kind of its field: the form’s control has the same switch. */
function Value({ field, value, frame }: { field: FormField; value: unknown; frame: Frame }): ReactNode {
  const { words, options, locale, languages } = frame;
  const none = <span className="text-muted">{words.notGiven}</span>;
  const named = (all: Parameters<typeof flatOptions>[0] | undefined, chosen: unknown) =>
    flatOptions(all ?? []).find((option) => option.value === chosen)?.label ?? String(chosen);
  const one = (all: Parameters<typeof flatOptions>[0] | undefined) => (value ? <bdi>{named(all, value)}</bdi> : none);
  const many = (all: Parameters<typeof flatOptions>[0] | undefined) =>
    Array.isArray(value) && value.length ? (
      <ul className="list-disc ps-5">
        {value.map((each) => (
          <li key={each}>
            <bdi>{named(all, each)}</bdi>
          </li>
        ))}
      </ul>
    ) : (
      none
    );
  switch (field.kind) {
    case 'line':
    case 'prose': {
      const pair = (value ?? {}) as Partial<Bilingual>;
      if (!languages.some((language) => pair[language]?.trim())) return none;
      return (
        <Pair>
          {languages.map((language) => (
            <Passage key={language} lang={language} className="max-w-prose whitespace-pre-line">
              <Written>{pair[language] ?? ''}</Written>
            </Passage>
          ))}
        </Pair>
      );
    }
    case 'word':
      return value ? <bdi>{String(value)}</bdi> : none;
    case 'date':
      return value ? formatDate(String(value), locale, 'latin') : none;
    case 'year':
      return value ? String(value) : none;
    case 'amount':
    case 'number':
      return value ? formatNumber(String(value), locale, 'latin') : none;
    case 'flag':
      return value ? words.yes : words.no;
    case 'languages':
      return languages.map((language) => words.languages[language]).join(locale === 'ar' ? '، ' : ', ');
    case 'currency':
      return one(options.currencies);
    case 'country':
      return one(options.countries);
    case 'choice':
      return one(field.options);
    case 'reference':
      return one(options[field.to]);
    case 'choices':
      return many(field.options);
    case 'references':
      return many(options[field.to]);
    case 'group':
      return <Reading fields={field.fields} values={value} frame={frame} />;
    case 'list': {
      const items = Object.entries((value ?? {}) as Record<string, Values & { order: number }>);
      if (!items.length) return none;
      return (
        <ol className="grid gap-4">
          {items
            .sort(([, a], [, b]) => a.order - b.order)
            .map(([id, item]) => (
              <li key={id} className="border-s-2 border-line ps-4">
                <Reading fields={field.fields} values={item} frame={frame} />
              </li>
            ))}
        </ol>
      );
    }
    case 'keyed':
      return field.entries.map(({ key, label }) => (
        <details key={key} className="border-t border-line py-2">
          <summary className="rounded">{label}</summary>
          <div className="ps-4 pt-3">
            <Reading
              fields={field.fields}
              values={(value as Record<string, Values> | undefined)?.[key]}
              frame={frame}
            />
          </div>
        </details>
      ));
  }
}
