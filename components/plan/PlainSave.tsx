import { Button } from '#ui/Button';
import { useFrame } from './PlanFrame.tsx';
import { FORM_ID } from './plain.ts';

/** Saving by hand, until the page’s program does it: on a slow line that is a while, and without JavaScript for good. */
export function PlainSave() {
  const { after, words } = useFrame();
  const said = { ...words.save, unsaved: words.plain.notAll };
  return (
    <>
      <p className="until-program flex flex-wrap items-center gap-x-4 gap-y-1">
        <Button type="submit" form={FORM_ID} className="min-h-9! py-1!">
          {words.plain.save}
        </Button>
        <span className="text-sm text-muted">{words.plain.hint}</span>
      </p>
      {after && <p className={after.state === 'saved' ? 'text-good' : 'text-warm'}>{said[after.state]}</p>}
    </>
  );
}
