import type { MetadataRoute } from 'next';

const open = ['plan-of-action', 'recommendations', 'accessibility'];

/** Only what anyone may read is for search engines; a page added later is closed to them until it is named here. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: ['/_next/static/', '/ar$', '/en$', ...open.flatMap((page) => [`/ar/${page}`, `/en/${page}`])],
      disallow: '/',
    },
  };
}
