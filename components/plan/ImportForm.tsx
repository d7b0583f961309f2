import { Button } from '#ui/Button';
import { ErrorSummary } from '#ui/ErrorSummary';
import { FileInput } from '#ui/FileInput';
import { type Option, Select } from '#ui/Select';

type Words = {
  country: string;
  file: string;
  fileHint: string;
  submit: string;
  summary: string;
  tooLarge: string;
};

/** Where a file is chosen: a plain form, that needs no JavaScript. `error` is what was refused, at its field. */
export function ImportForm({
  locale,
  countries,
  chosen,
  limit,
  error,
  words,
}: {
  locale: 'ar' | 'en';
  countries: Option[];
  chosen?: string;
  /** The largest file that is read, in bytes. */
  limit: number;
  error?: { field: 'countryId' | 'file'; message: string };
  words: Words;
}) {
  const errorAt = (field: string) => (error?.field === field ? error.message : undefined);
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`/api/plans/import?locale=${locale}`}
      className="grid max-w-3xl gap-6"
    >
      {error && <ErrorSummary title={words.summary} errors={[{ id: error.field, message: error.message }]} />}
      <Select
        id="countryId"
        name="countryId"
        label={words.country}
        options={countries}
        defaultValue={chosen}
        error={errorAt('countryId')}
      />
      <FileInput
        id="file"
        name="file"
        label={words.file}
        hint={words.fileHint}
        accept=".json,application/json"
        limit={limit}
        tooLarge={words.tooLarge}
        error={errorAt('file')}
      />
      <div>
        <Button type="submit">{words.submit}</Button>
      </div>
    </form>
  );
}
