import createNextIntlPlugin from 'next-intl/plugin';

/** @type {import('next').NextConfig} */
const nextConfig = {
  // A build for the tests, or beside a running server, keeps to a folder of its own.
  distDir: process.env.BUILD_DIR ?? '.next',
  poweredByHeader: false,
  // scripts/webProcess.mjs packs what is sent.
  compress: false,
  reactStrictMode: true,
  // Embedded PostgreSQL, Prisma's engine and the printing program are loaded from node_modules at run time.
  serverExternalPackages: ['pg', '@prisma/client', '@prisma/adapter-pg', 'better-auth'],
  // The check runs on its own in `npm test`; running it twice would slow the first start.
  typescript: { ignoreBuildErrors: true },
  // Scripts smaller than this (as source) are joined: fewer to fetch, and each packs better.
  experimental: { turbopackChunking: { minChunkSize: 120_000 } },
};

export default createNextIntlPlugin('./app/_i18n/request.ts')(nextConfig);
