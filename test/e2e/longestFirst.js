const { default: Sequencer } = require('@jest/test-sequencer');

/** The files that take longest: one that begins last has a processor to itself, and the other waits. */
const LONGEST = ['editor', 'triggerState', 'examples', 'recordingExamples', 'callbackTrigger'];

/** @typedef {Parameters<Sequencer['sort']>[0][number]} Test */

/** @param {Test} test */
function placeOf({ path }) {
	const place = LONGEST.findIndex((name) => path.endsWith(`/${name}.test.ts`));
	return place < 0 ? LONGEST.length : place;
}

/** Begins with what takes longest. Jest knows it only from earlier runs, of which a new clone has none. */
module.exports = class LongestFirst extends Sequencer {
	/**
	 * @override
	 * @param {Test[]} tests
	 */
	sort(tests) {
		return [...tests].sort((one, other) => placeOf(one) - placeOf(other));
	}
};
