import { Button } from '#ui/Button';
import { FileInput } from '#ui/FileInput';

type Words = Record<'file' | 'fileHint' | 'submit' | 'remove' | 'alt' | 'tooLarge', string>;

/** The picture on the cover of what is printed: shown, changed or taken away by plain forms. */
export function EmblemForm({
  planId,
  locale,
  limit,
  isSet,
  error,
  words,
}: {
  planId: string;
  locale: 'ar' | 'en';
  limit: number;
  isSet: boolean;
  error?: string;
  words: Words;
}) {
  const action = `/api/plans/${planId}/emblem?locale=${locale}`;
  return (
    <div className="grid max-w-3xl gap-4">
      {isSet && (
        <div className="flex flex-wrap items-end gap-4">
          {/* biome-ignore lint/performance/noImgElement: a signed-in person’s own picture, which no optimiser may keep */}
          <img
            src={`/api/plans/${planId}/emblem`}
            alt={words.alt}
            className="h-24 w-auto max-w-48 border border-line bg-[#fff] object-contain p-2"
          />
          <form method="post" encType="multipart/form-data" action={action}>
            <input type="hidden" name="remove" value="1" />
            <Button type="submit" look="quiet">
              {words.remove}
            </Button>
          </form>
        </div>
      )}
      <form method="post" encType="multipart/form-data" action={action} className="grid gap-3">
        <FileInput
          id="emblem-file"
          name="file"
          label={words.file}
          hint={words.fileHint}
          accept="image/png,image/jpeg"
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
    </div>
  );
}
