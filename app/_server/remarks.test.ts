import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { keepRemark, listRemarks, REMARK_LIMIT, removeRemark } from './remarks.ts';
import { done, inOneRequest } from './testReview.ts';
import { asOwner, makeAdviser, makeTeam } from './testTeam.ts';

describe('remarks that an adviser keeps', () => {
  test('are theirs alone, in both languages, changed and taken out', async () => {
    const [adviser, mate] = [await makeAdviser(), await makeAdviser()];
    const id = uuidv7();
    const { at: seen } = done(await keepRemark(adviser, { id, text: { ar: 'اذكر الجهة', en: 'Name it' }, seen: null }));
    done(await keepRemark(adviser, { id, text: { ar: 'اذكر الجهة', en: 'Name the lead agency' }, seen }));
    expect(await listRemarks(adviser)).toMatchObject([{ id, text: { en: 'Name the lead agency' } }]);
    expect(await listRemarks(mate)).toEqual([]);
    const mine = { id, text: { ar: '', en: 'Mine' } };
    expect(await keepRemark(mate, { ...mine, seen: null })).toEqual({ ok: false, code: 'idTaken' });
    expect(await keepRemark(mate, { ...mine, seen })).toEqual({ ok: false, code: 'remarkGone', now: null });
    expect(await removeRemark(mate, id)).toEqual({ ok: false, code: 'notFound' });
    await inOneRequest(mate.userId, async (ask) => {
      expect((await ask('select 1 from "Remark"')).rowCount).toBe(0);
      expect((await ask(`update "Remark" set "en" = 'Mine'`)).rowCount).toBe(0);
      expect((await ask('delete from "Remark"')).rowCount).toBe(0);
    });
    done(await removeRemark(adviser, id));
    expect(await listRemarks(adviser)).toEqual([]);
  });

  test('are for advisers, say something, and are not without end', async () => {
    const { coordinator } = await makeTeam();
    const adviser = await makeAdviser();
    const id = uuidv7();
    const [text, seen] = [{ ar: '', en: 'Name the agency' }, null];
    expect(await keepRemark(coordinator, { id, text, seen })).toEqual({ ok: false, code: 'notAllowed' });
    expect(await removeRemark(coordinator, id)).toEqual({ ok: false, code: 'notAllowed' });
    expect(await listRemarks(coordinator)).toEqual([]);
    expect(await keepRemark(adviser, { id, text: { ar: ' ', en: '' }, seen })).toMatchObject({ code: 'bodyMissing' });
    expect(await keepRemark(adviser, { id: 'x', text, seen })).toEqual({ ok: false, code: 'notFound' });
    await asOwner(
      `INSERT INTO "Remark" ("id", "adviserId", "en") SELECT gen_random_uuid(), $1, n::text FROM generate_series(1, $2::int) n`,
      [adviser.userId, REMARK_LIMIT],
    );
    expect(await keepRemark(adviser, { id, text, seen })).toEqual({ ok: false, code: 'tooMany' });
  });

  test('written in another window are not replaced unseen', async () => {
    const adviser = await makeAdviser();
    const id = uuidv7();
    const save = (en: string, seen: Date | null) => keepRemark(adviser, { id, text: { ar: '', en }, seen });
    const texts = async () => (await listRemarks(adviser)).map(({ text }) => text.en);
    const begun = done(await save('Name the agency', null));
    // Sent twice, since the answer to the first was lost.
    expect(await save('Name the agency', null)).toEqual(begun);
    const moved = { ok: false, code: 'remarkMoved', now: { id, text: { en: 'Name the agency' }, updatedAt: begun.at } };
    expect(await save('Name the donor', null)).toMatchObject(moved);
    expect(await save('Name the donor', new Date(begun.at.getTime() - 1))).toMatchObject(moved);
    expect(await texts()).toEqual(['Name the agency']);
    const next = done(await save('Name the donor', begun.at));
    expect(next.at.getTime()).toBeGreaterThan(begun.at.getTime());
    // Of two at once, made from the same, one is told of the other.
    const both = await Promise.all(['One', 'Two'].map((en) => save(en, next.at)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      code: 'remarkMoved',
      now: { text: { en: (await texts())[0] } },
    });
  });

  test('taken out in another window come back only on purpose', async () => {
    const adviser = await makeAdviser();
    const remark = { id: uuidv7(), text: { ar: '', en: 'Name the agency' } };
    const { at: seen } = done(await keepRemark(adviser, { ...remark, seen: null }));
    done(await removeRemark(adviser, remark.id));
    expect(await keepRemark(adviser, { ...remark, seen })).toEqual({ ok: false, code: 'remarkGone', now: null });
    expect(await listRemarks(adviser)).toEqual([]);
    done(await keepRemark(adviser, { ...remark, seen: null }));
    expect(await listRemarks(adviser)).toMatchObject([{ text: remark.text }]);
  });
});
