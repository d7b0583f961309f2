'use client';

import { useEffect, useState } from 'react';
import { Notice } from '#ui/Notice';
import { sendLeftovers } from './autosave.ts';

/** Milliseconds: the parts that are on the page take up what is theirs first, and the page itself comes first. */
const DELAY = 3000;

/** Sends what an earlier visit left on this device for parts that are on no page now, and says so. */
export function Leftovers({ userId, sent }: { userId: string; sent: string }) {
  const [isSent, setSent] = useState(false);
  useEffect(() => {
    const send = () =>
      sendLeftovers(userId).then(
        (count) => count > 0 && setSent(true),
        () => {},
      );
    const soon = setTimeout(send, DELAY);
    window.addEventListener('online', send);
    return () => {
      clearTimeout(soon);
      window.removeEventListener('online', send);
    };
  }, [userId]);
  return (
    <div role="status" className="contents">
      {isSent && <Notice tone="good">{sent}</Notice>}
    </div>
  );
}
