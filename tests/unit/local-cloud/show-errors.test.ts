import { expect, test } from 'vitest';
import { bufferedLog } from '#infra/local/lambda/function-log.ts';
import { showErrors } from '#infra/local/lambda/show-errors.ts';

function shownOf(text: string) {
  const shown: string[] = [];
  const log = showErrors(bufferedLog(), (line) => shown.push(line));
  log.write('http/start', text);
  return { shown, kept: log.text('http/start') };
}

const failure = {
  level: 'ERROR',
  message: 'request failed',
  correlation_id: 'c-1',
  error: { name: 'TypeError', message: 'x is not a function' },
};

test('a failure is shown in one line, with what is needed to find it, and kept whole', () => {
  const text = `${JSON.stringify(failure)}\n`;
  const { shown, kept } = shownOf(text);
  expect(shown).toEqual([
    'error in http/start: request failed: TypeError: x is not a function (correlation id c-1)',
  ]);
  expect(kept).toBe(text);
});

test('what is no failure is not shown: other levels, metrics, plain and broken lines', () => {
  const lines = ['{"level":"INFO","message":"answered"}', '{"_aws":{}}', 'plain', '{"level":"ERR'];
  expect(shownOf(lines.join('\n')).shown).toEqual([]);
});
