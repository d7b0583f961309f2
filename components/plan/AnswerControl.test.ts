import { expect, test } from 'vitest';
import messages from '#locales/en/plan';
import { isAnswer } from './AnswerControl.tsx';
import { fieldsWithin } from './describe.ts';

test('every field of a decision can be answered in its row among all recommendations', () => {
  const fields = fieldsWithin('decisions', { locale: 'en', messages: { plan: messages } as never });
  expect(fields.map(({ name }) => name)).toContain('reason');
  expect(fields.filter((field) => !isAnswer(field)).map(({ name }) => name)).toEqual([]);
});
