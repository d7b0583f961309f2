'use client';

import { useParams } from 'next/navigation';
import ar from '#locales/ar/error';
import en from '#locales/en/error';
import { Button, LinkButton } from '#ui/Button';

/** A defect of ours on a page. Its words come with the page, since nothing may be left to load. */
export default function Failure({ reset }: { error: Error; reset: () => void }) {
  const { locale } = useParams<{ locale: string }>();
  const texts = locale === 'en' ? en : ar;
  return (
    <div role="alert" className="grid gap-4">
      <h1 className="text-3xl">{texts.title}</h1>
      <p className="max-w-prose text-lg text-muted">{texts.text}</p>
      <p className="flex flex-wrap gap-3">
        <Button onClick={reset}>{texts.again}</Button>
        <LinkButton href={`/${locale}`} look="quiet">
          {texts.home}
        </LinkButton>
      </p>
    </div>
  );
}
