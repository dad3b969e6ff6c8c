/** How often something is tried, by what came and by whether others were answered. */
import { afterFailure } from '../../aicc/client/tries';
import type { Tries } from '../../aicc/client/policy';

/** How often a request is sent that always fails like that, at most so often. */
function sendings(httpStatus: number, areOthersAnswered: boolean, most = 20): number {
	let now = 1_700_000_000_000;
	let tries: Tries | undefined;
	for (let count = 1; count < most; count++) {
		const answeredAt = areOthersAnswered ? now : 0;
		const failure = { retryable: {}, httpStatus };
		const failed = { failure, sentAt: now - 100, now, answeredAt, isFile: false };
		const after = afterFailure(tries, failed, 'much', 0);
		if (after.wait === undefined) return count;
		tries = after.tries;
		now += after.wait + 1000;
	}
	return most;
}

it('spends no try on HTTP 503 while others are answered: it may have been one too many', () => {
	expect(sendings(503, true)).toBe(20);
	expect(sendings(503, false)).toBe(5);
});

it('spends one on HTTP 502, which no crowd explains', () => {
	expect(sendings(502, true)).toBe(5);
});
