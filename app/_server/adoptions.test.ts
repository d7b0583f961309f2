import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { adoptPlan, listAdoptions, loadAdoption, type NewAdoption } from './adoptions.ts';
import { loadReviewState } from './desk.ts';
import { listNotices } from './notices.ts';
import { savePart } from './planParts.ts';
import { withdrawSubmission } from './submissions.ts';
import { done, makeReview, sentTitle } from './testReview.ts';
import { asOwner, makeTeam } from './testTeam.ts';

const adoption = (planId: string, extra: Partial<NewAdoption> = {}): NewAdoption => ({
  planId,
  submissionId: null,
  authority: { ar: 'مجلس الوزراء', en: 'Council of Ministers' },
  decree: '7/2027',
  adoptedOn: '2026-03-31',
  ...extra,
});

describe('adopting a plan', () => {
  test('freezes the round that was adopted, with who adopted it and when, under a hash that can be checked', async () => {
    const { team, planId, submissionId, adviser } = await makeReview();
    const save = { id: uuidv7(), changes: [{ path: 'about.title.en', from: sentTitle, to: 'Moved on' }] };
    done(await savePart(team.coordinator, planId, 'about', save));
    const { id, hash } = done(await adoptPlan(team.coordinator, adoption(planId, { submissionId })));
    for (const actor of [team.coordinator, await team.join('viewer'), adviser]) {
      const loaded = await loadAdoption(actor, id);
      expect(loaded?.plan.about.title.en).toBe(sentTitle);
      expect(loaded).toMatchObject({
        isIntact: true,
        adoption: { hash, round: 1, decree: '7/2027', adoptedOn: '2026-03-31', recordedBy: 'coordinator' },
      });
    }
    expect((await loadReviewState(adviser, planId))?.waiting).toMatchObject({ state: 'adopted', waitsFor: null });
    expect((await loadReviewState(adviser, planId))?.adoptedOn).toBe('2026-03-31');
    expect((await listNotices(adviser)).map(({ kind }) => kind)).toEqual(['adopted', 'sent']);
    expect(await withdrawSubmission(team.coordinator, submissionId)).toEqual({ ok: false, code: 'alreadyAdopted' });
    await asOwner(`UPDATE "Adoption" SET "content" = replace("content", 'was sent', 'was forged') WHERE "id" = $1`, [
      id,
    ]);
    expect((await loadAdoption(team.coordinator, id))?.isIntact).toBe(false);
  });

  test('needs no review; a draft must hold nothing that would make the document wrong', async () => {
    const team = await makeTeam();
    const planId = await team.plan(({ about }) => {
      about.start = '2031-01-01';
      about.end = '2027-01-01';
    });
    expect(await adoptPlan(team.coordinator, adoption(planId))).toMatchObject({ ok: false, code: 'wrong' });
    const save = { id: uuidv7(), changes: [{ path: 'about.end', from: '2027-01-01', to: '2035-01-01' }] };
    done(await savePart(team.coordinator, planId, 'about', save));
    done(await adoptPlan(team.coordinator, adoption(planId)));
    expect((await loadReviewState(team.coordinator, planId))?.waiting.state).toBe('adopted');
  });

  test('is for coordinators alone, with an authority and a day that has come', async () => {
    const { team, planId, adviser } = await makeReview();
    for (const actor of [await team.join('drafter'), await team.join('viewer'), adviser])
      expect(await adoptPlan(actor, adoption(planId))).toEqual({ ok: false, code: 'notAllowed' });
    const other = (await makeTeam()).coordinator;
    expect(await adoptPlan(other, adoption(planId))).toEqual({ ok: false, code: 'notFound' });
    const ask = (extra: Partial<NewAdoption>) => adoptPlan(team.coordinator, adoption(planId, extra));
    const codes = await Promise.all([
      ask({ authority: { ar: '', en: ' ' } }),
      ask({ adoptedOn: '2027-02-30' }),
      ask({ adoptedOn: '2999-01-01' }),
      ask({ decree: 'x'.repeat(1001) }),
      ask({ decree: '\u0000' }),
      ask({ submissionId: uuidv7() }),
      ask({ submissionId: (await makeReview()).submissionId }),
    ]);
    expect(codes.map((answer) => !answer.ok && answer.code)).toEqual([
      'authorityMissing',
      'dateInvalid',
      'dateInFuture',
      'tooLong',
      'notText',
      'notFound',
      'notFound',
    ]);
    expect(await listAdoptions(team.coordinator, planId)).toEqual([]);
  });

  test('recorded twice is recorded once; put right, the latest counts and the earlier stays', async () => {
    const { team, planId, submissionId } = await makeReview();
    const asked = adoption(planId, { submissionId });
    const twice = await Promise.all([adoptPlan(team.coordinator, asked), adoptPlan(team.coordinator, asked)]);
    expect(new Set(twice.map((answer) => done(answer).id)).size).toBe(1);
    done(await adoptPlan(team.coordinator, { ...asked, decree: '8/2027' }));
    expect((await listAdoptions(team.coordinator, planId))?.map(({ decree }) => decree)).toEqual(['8/2027', '7/2027']);
  });
});
