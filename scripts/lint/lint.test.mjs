import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What is refused: the rule, where, and a line that breaks it. Each gets a file of its own in a project of its own. */
const refused = {
  'a pure module imports React': [
    'noRestrictedImports',
    'app/_plan/a.ts',
    `import { cache } from 'react';\ncache(String);`,
  ],
  'a pure module imports Node': [
    'noRestrictedImports',
    'app/_catalogue/a.ts',
    `import { join } from 'node:path';\njoin();`,
  ],
  'a pure module imports the server': [
    'noRestrictedImports',
    'app/_people/a.ts',
    `import { a } from '#server/plans';\na();`,
  ],
  'a pure module reaches the server by its path': [
    'noRestrictedImports',
    'app/_people/b.ts',
    `import { a } from '../_server/plans.ts';\na();`,
  ],
  'a pure module imports a component': [
    'noRestrictedImports',
    'app/_plan/b.ts',
    `import { a } from '#components/plan/Part';\na();`,
  ],
  'a pure module reads the environment': ['noRestrictedGlobals', 'app/_plan/c.ts', 'export const a = process.env.A;'],
  'a pure module reads the clock': ['plugin', 'app/_plan/d.ts', 'export const a = () => Date.now();'],
  'a pure module makes a moment of now': ['plugin', 'app/_people/c.ts', 'export const a = () => new Date();'],
  'the languages import the plan': ['noRestrictedImports', 'app/_i18n/a.ts', `import { a } from '#plan/schema';\na();`],
  'the server imports a component': [
    'noRestrictedImports',
    'app/_server/a.ts',
    `import { a } from '#components/plan/Part';\na();`,
  ],
  'the server imports an element of the interface': [
    'noRestrictedImports',
    'app/_server/b.ts',
    `import { Button } from '#ui/Button';\nButton();`,
  ],
  'the server reads cookies beside the session': [
    'noRestrictedImports',
    'app/_server/c.ts',
    `import { cookies } from 'next/headers';\ncookies();`,
  ],
  'the database reads cookies': [
    'noRestrictedImports',
    'app/_server/database.ts',
    `import { cookies } from 'next/headers';\ncookies();`,
  ],
  'the server imports the generated client beside the database': [
    'noRestrictedImports',
    'app/_server/d.ts',
    `import { a } from '../../prisma/generated/client.ts';\na();`,
  ],
  'the session imports the generated client': [
    'noRestrictedImports',
    'app/_server/session.ts',
    `import { a } from '../../prisma/generated/client.ts';\na();`,
  ],
  'a component imports the server': [
    'noRestrictedImports',
    'components/plan/A.tsx',
    `import { a } from '#server/plans';\na();`,
  ],
  'a component imports the server’s types': [
    'noRestrictedImports',
    'components/desk/A.tsx',
    `import type { A } from '../../app/_server/plans.ts';\nexport type B = A;`,
  ],
  'a component imports a route': [
    'noRestrictedImports',
    'components/plan/B.tsx',
    `import { a } from '../../app/[locale]/plans/openPlan.ts';\na();`,
  ],
  'a component reads cookies': [
    'noRestrictedImports',
    'components/plan/C.tsx',
    `import { cookies } from 'next/headers';\ncookies();`,
  ],
  'an element of the interface imports the plan': [
    'noRestrictedImports',
    'components/ui/A.tsx',
    `import { a } from '#plan/schema';\na();`,
  ],
  'an element of the interface imports a component': [
    'noRestrictedImports',
    'components/ui/B.tsx',
    `import { a } from '../plan/Part.tsx';\na();`,
  ],
  'an element of the interface imports messages': [
    'noRestrictedImports',
    'components/ui/C.tsx',
    `import { useTranslations } from 'next-intl';\nuseTranslations();`,
  ],
  'a route imports the generated client': [
    'noRestrictedImports',
    'app/[locale]/a.ts',
    `import { a } from '../../prisma/generated/client.ts';\na();`,
  ],
  'a route reads cookies': [
    'noRestrictedImports',
    'app/api/a/route.ts',
    `import { cookies } from 'next/headers';\ncookies();`,
  ],
  'something imports what it doesn’t declare': [
    'noUndeclaredDependencies',
    'app/_server/e.ts',
    `import leftPad from 'left-pad';\nleftPad();`,
  ],
  'the app imports what only tests have': [
    'noUndeclaredDependencies',
    'app/_server/f.ts',
    `import { expect } from 'vitest';\nexpect(1);`,
  ],
  'modules import each other': [
    'noImportCycles',
    'app/_plan/e.ts',
    `import { f } from './f.ts';\nexport const e = () => f();`,
  ],
  'components know each other’s types in a circle': [
    'noImportCycles',
    'components/review/A.tsx',
    `import type { B } from './B.tsx';\nexport type A = { b: B | null };`,
  ],
  'languages are formatted elsewhere': [
    'noRestrictedGlobals',
    'components/plan/D.tsx',
    `export const a = new Intl.NumberFormat('ar');`,
  ],
  'a pure module formats': ['noRestrictedGlobals', 'app/_plan/g.ts', `export const a = new Intl.Collator('ar');`],
  'a number is formatted by itself': [
    'noJsRestrictedProperties',
    'components/plan/E.tsx',
    'export const a = (1).toLocaleString();',
  ],
  'a date is formatted by itself': [
    'noJsRestrictedProperties',
    'app/[locale]/b.ts',
    'export const a = new Date(0).toLocaleDateString();',
  ],
  'a type is left open': ['noExplicitAny', 'app/_server/g.ts', 'export const a = (b: any) => b;'],
  'the compiler is silenced': ['noTsIgnore', 'app/_server/h.ts', '// @ts-ignore\nexport const a: string = 1;'],
  'a default export beside Next’s files': [
    'noDefaultExport',
    'components/plan/F.tsx',
    'export default function F() {}',
  ],
  'a barrel': ['noBarrelFile', 'app/_plan/h.ts', `export { a } from './a.ts';`],
  'a file past 300 lines': ['noExcessiveLinesPerFile', 'app/_plan/i.ts', 'export {};\n'.repeat(301)],
  'a test that runs alone': [
    'noFocusedTests',
    'app/_plan/a.test.ts',
    `import { test } from 'vitest';\ntest.only('a', () => {});`,
  ],
  'a test that is left out': [
    'noSkippedTests',
    'e2e/a.spec.ts',
    `import { test } from '@playwright/test';\ntest.skip('a', async () => {});`,
  ],
  'a test that waits for time to pass': [
    'noPlaywrightWaitForTimeout',
    'e2e/b.spec.ts',
    `import { test } from '@playwright/test';\ntest('a', async ({ page }) => {\n  await page.waitForTimeout(1);\n});`,
  ],
  'a test that waits for the network to be idle': [
    'noPlaywrightNetworkidle',
    'e2e/c.spec.ts',
    `import { test } from '@playwright/test';\ntest('a', async ({ page }) => {\n  await page.goto('/', { waitUntil: 'networkidle' });\n});`,
  ],
  ...Object.fromEntries(
    [
      ['ml-2', 'className="ml-2"'],
      ['-mr-1', 'className="flex -mr-1"'],
      ['pl-4 behind a variant', 'className="sm:pl-4"'],
      ['right-0', 'className="absolute right-0"'],
      ['left-1/2', 'className="left-1/2"'],
      ['text-left', 'className="text-left"'],
      ['rounded-l', 'className="rounded-l"'],
      ['rounded-tr-lg', 'className="rounded-tr-lg"'],
      ['border-r', 'className="border-r"'],
      ['scroll-ml-4', 'className="scroll-ml-4"'],
      ['a class in an expression', `className={a ? 'p-2 pr-4' : 'p-2'}`],
      ['a class in a template', `className={\`\${a} ml-auto\`}`],
    ].map(([name, attribute], index) => [
      `a physical side: ${name}`,
      [
        'plugin',
        `components/plan/Side${index}.tsx`,
        `export const A = ({ a }: { a: string }) => <b title={a} ${attribute} />;`,
      ],
    ]),
  ),
  ...Object.fromEntries(
    [
      ['between tags', '<b>Save now</b>'],
      ['between tags, in Arabic', '<b>حفظ</b>'],
      ['in a title', '<b title="Save now" />'],
      ['in a name that is read out', `<b aria-label={'Save now'} />`],
      ['in a template', `<b aria-label={\`Save \${a}\`} />`],
    ].map(([name, code], index) => [
      `a sentence in the code, ${name}`,
      [
        'plugin',
        `components/plan/Says${index}.tsx`,
        `export const A = ({ a }: { a: string }) => <i id={a}>${code}</i>;`,
      ],
    ]),
  ),
  'a physical side in a constant': ['plugin', 'components/ui/side.ts', `export const look = 'flex border-l-2';`],
  'a physical side in a style sheet': ['plugin', 'app/side.css', 'p {\n  margin-left: 1rem;\n}'],
  'text aligned to a physical side': ['plugin', 'app/align.css', 'p {\n  text-align: right;\n}'],
};

/** What is accepted, beside the same rules. */
const accepted = {
  'pure modules import zod and each other': [
    'app/_plan/clean.ts',
    `import * as z from 'zod';\nimport { a } from '#catalogue/a';\nimport data from './data.json' with { type: 'json' };\n\nexport const b = z.array(a).parse(data);\nexport const day = new Date(0);`,
  ],
  'the server imports pure modules and its neighbours': [
    'app/_server/clean.ts',
    `import { uuidv7 } from 'uuidv7';\nimport { a } from '#plan/schema';\nimport { b } from './audit.ts';\n\nexport const c = () => a(b, uuidv7(), Date.now());`,
  ],
  'a route imports the server and components': [
    'app/[locale]/page.tsx',
    `import { A } from '#components/plan/A';\nimport { load } from '#server/plans';\n\nexport default async function Page() {\n  return <A plan={await load()} />;\n}`,
  ],
  'a component imports pure modules, formats and elements': [
    'components/plan/Clean.tsx',
    `import { formatDate } from '#i18n/format';\nimport { a } from '#plan/schema';\nimport { Button } from '#ui/Button';\nimport { b } from './b.ts';\n\nexport const A = () => (\n  <Button className="ms-2 rounded-s border-e ps-4 text-start">{formatDate(a, b)}</Button>\n);`,
  ],
  'signs between words that come from the messages': [
    'components/plan/Signs.tsx',
    `export const A = ({ a }: { a: string }) => (\n  <p title={a} aria-label={\`\${a}: \${a}\`}>\n    {a} · {a} – 12\n  </p>\n);`,
  ],
  'the one place that formats': ['app/_i18n/format.ts', `export const a = new Intl.NumberFormat('ar');`],
  'words that only look like sides': [
    'components/ui/words.ts',
    `export const a = ['the left-hand side', 'right-click', 'ring-2', 'border-line', 'translate-x-2', 'border-red'];`,
  ],
  'logical declarations': ['app/clean.css', 'p {\n  margin-inline-start: 1rem;\n  text-align: start;\n}'],
};

const folder = mkdtempSync(join(tmpdir(), 'plan-lint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What Biome finds in each file, in one run over all of them. */
const found = new Map();

beforeAll(() => {
  for (const path of ['biome.json', 'package.json', '.gitignore', 'scripts/lint']) {
    cpSync(join(root, path), join(folder, path), {
      recursive: true,
      filter: (source) => !source.endsWith('.test.mjs'),
    });
  }
  const files = [
    ...Object.values(refused).map(([, file, code]) => [file, code]),
    ...Object.values(accepted),
    ['app/_plan/f.ts', `import { e } from './e.ts';\nexport const f = () => e();`],
    ['components/review/B.tsx', `import type { A } from './A.tsx';\nexport type B = { a: A | null };`],
  ];
  for (const [file, code] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${code}\n`);
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const lint = ['lint', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync(process.execPath, [biome, ...lint], { cwd: folder, encoding: 'utf8' });
  for (const { category, location, severity } of JSON.parse(stdout).diagnostics) {
    found.set(location.path, [...(found.get(location.path) ?? []), { rule: category.split('/').at(-1), severity }]);
  }
});

describe('the linter refuses', () => {
  test.each(Object.entries(refused))('%s', (_, [rule, file]) => {
    expect(found.get(file)).toContainEqual({ rule, severity: 'error' });
  });
});

describe('the linter accepts', () => {
  test.each(Object.entries(accepted))('%s', (_, [file]) => {
    expect(found.get(file) ?? []).toEqual([]);
  });
});
