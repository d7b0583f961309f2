import { fill } from './form.ts';
import { usePart } from './Part.tsx';
import { PlainButton } from './PlainButton.tsx';
import { useFrame } from './PlanFrame.tsx';

/** The item that was just taken out of a list by the page’s form, with the way back. */
export function PlainRemoved({ path, item }: { path: string; item: string }) {
  const { words } = useFrame();
  const { removed } = usePart();
  return removed
    .filter((gone) => gone.slice(0, gone.lastIndexOf('.')) === path)
    .map((gone) => (
      <p key={gone} id={gone} className="flex flex-wrap items-center gap-3 bg-sunken px-4 py-2">
        {fill(words.removed, { item })}
        <PlainButton deed="~putBack" path={gone} look="plain">
          {words.putBack}
        </PlainButton>
      </p>
    ));
}
