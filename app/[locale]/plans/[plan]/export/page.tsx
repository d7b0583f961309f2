import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ExportView } from '#components/plan/ExportView';
import { optionsOf, StepFrame } from '#components/plan/StepFrame';
import { usualPrint } from '#plan/printOptions';
import { listAdoptions } from '#server/adoptions';
import { EMBLEM_LIMIT, loadEmblem } from '#server/emblems';
import { listPrints } from '#server/prints';
import { accountBar } from '../../../accountBar.tsx';
import type { OpenPlan } from '../../openPlan.ts';
import { openStep, stepTitle } from '../../openStep.ts';
import { withForm } from '../../withForm.ts';

type Props = {
  params: Promise<{ locale: string; plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => stepTitle(await params, 'export');

/** Review and export. A step with a program of its own, which other steps' pages don't load. */
export default async function ExportPage({ params, searchParams }: Props) {
  const search = await searchParams;
  const { refused } = search;
  const open = await withForm(await openStep(await params, 'export'), search);
  return (
    <>
      {await accountBar({ locale: open.locale, actor: open.actor })}
      <StepFrame open={open} step="export" uses={optionsOf.export}>
        <ExportView
          open={open}
          {...(await printsOf(open))}
          adoption={await adoptionOf(open, search.adoption)}
          emblem={await emblemOf(open, search.emblem)}
          refused={Array.isArray(refused) ? refused[0] : refused}
        />
      </StepFrame>
    </>
  );
}

const emblemErrors = ['noFile', 'tooLarge', 'notPicture', 'notAllowed'] as const;

async function emblemOf({ actor, id, locale }: OpenPlan, refused: unknown) {
  const t = await getTranslations({ locale, namespace: 'editor.export.emblem.errors' });
  const code = emblemErrors.find((each) => each === refused);
  return {
    isSet: (await loadEmblem(actor, id)) !== null,
    limit: EMBLEM_LIMIT,
    ...(code ? { error: t(code, { limit: EMBLEM_LIMIT / 1_000_000 }) } : {}),
  };
}

/** The edition that counts, where the plan was adopted, and the one that the address names to be printed. */
async function adoptionOf({ actor, id, may }: OpenPlan, asked: string | string[] | undefined) {
  const adoptions = may('plan.print') ? await listAdoptions(actor, id) : null;
  const chosen = adoptions?.find((adoption) => adoption.id === asked);
  if (asked !== undefined && !chosen) notFound();
  const [latest] = adoptions ?? [];
  return latest && { latest, chosen };
}

async function printsOf({ actor, id, may }: OpenPlan) {
  const none = { prints: [], remembered: usualPrint };
  if (!may('plan.print')) return none;
  const listed = await listPrints(actor, id);
  return listed.ok ? { prints: listed.prints, remembered: listed.remembered } : none;
}
