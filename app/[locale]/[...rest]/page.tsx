import { notFound } from 'next/navigation';

/** Any address that nothing stands at: so that it is answered in the language of its first part. */
export default function NothingHere() {
  notFound();
}
