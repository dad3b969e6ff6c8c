/** Failures are told in as many lines as somebody reads. */

const { shorten } = require('../harness/reporter');

/** @param {number} index @param {string} [reason] */
function failure(index, reason = `reason ${index}`) {
	return `  ● test ${index}\n\n    ${reason}\n\n`;
}

/** @param {number} count @param {(index: number) => string} make */
function message(count, make) {
	return Array.from({ length: count }, (_, index) => make(index)).join('');
}

it('tells a few failures as they are', () => {
	const all = message(5, (index) => failure(index));
	expect(shorten(all)).toBe(all);
});

it('tells more of them by their titles, and counts the rest', () => {
	const told = shorten(message(100, (index) => failure(index)));
	expect(told).toContain('reason 4');
	expect(told).not.toContain('reason 5');
	expect(told).toContain('● test 5\n');
	expect(told.split('\n').length).toBeLessThan(70);
	expect(told).toMatch(/ 55 more tests failed\n$/);
});

it('tells a reason once, however many tests it ended', () => {
	const told = shorten(message(100, (index) => failure(index, 'the same')));
	expect(told.match(/the same/g)).toHaveLength(1);
	expect(told).toMatch(/ 99 more tests failed for a reason that is told above\n$/);
});

it('cuts what one failure says', () => {
	const told = shorten(
		failure(
			0,
			message(1000, (index) => `line ${index}\n`),
		),
	);
	expect(told.split('\n').length).toBeLessThan(60);
	expect(told).toContain('line 999');
});
