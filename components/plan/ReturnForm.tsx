import { Button } from '#ui/Button';
import { ErrorSummary } from '#ui/ErrorSummary';
import { FileInput } from '#ui/FileInput';

/** Where a workbook or a translation that came back is chosen: a plain form, that needs no JavaScript. */
export function ReturnForm({
  planId,
  locale,
  limit,
  error,
  words,
}: {
  planId: string;
  locale: 'ar' | 'en';
  /** The largest file that is read, in bytes. */
  limit: number;
  error?: string;
  words: Record<'file' | 'fileHint' | 'submit' | 'summary' | 'tooLarge', string>;
}) {
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`/api/plans/${planId}/returned?locale=${locale}`}
      className="grid max-w-3xl gap-4"
    >
      {error && <ErrorSummary title={words.summary} errors={[{ id: 'file', message: error }]} />}
      <FileInput
        id="file"
        name="file"
        label={words.file}
        hint={words.fileHint}
        accept=".xlsx,.xlf,.xliff,.xml"
        limit={limit}
        tooLarge={words.tooLarge}
        error={error}
      />
      <div>
        <Button type="submit" look="quiet">
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
