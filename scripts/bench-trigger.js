/** What `npm run bench` has the trigger do: the poll of an activation, and what n8n would store then. */

const { Poller } = require('../test/engine/poller');
const { idsFrom } = require('./bench-questions');

/** @typedef {import('./bench-engine').Platform} Platform */

/**
 * One poll, and the bytes of the state for each of so many watched things.
 *
 * @param {Platform} platform
 * @param {import('n8n-workflow').INodeParameters} parameters
 * @param {number} count
 */
async function onePoll(platform, parameters, count) {
	const startedAt = performance.now();
	const poller = await Poller.start(platform, parameters);
	await poller.poll();
	return { milliseconds: performance.now() - startedAt, bytes: poller.bytesFor(count) };
}

/**
 * Calls waiting in so many skill queues.
 *
 * @param {Platform} platform
 * @param {number} count
 */
async function indicatorPoll(platform, count) {
	const parameters = {
		event: 'indicatorCrossed',
		scope: 'skill',
		skillIds: idsFrom(10, count),
		indicator: { __rl: true, mode: 'list', value: 'IDX_COUNT_REAL_SKILL_QUEUE' },
		operator: 'atLeast',
		threshold: 5,
	};
	return await onePoll(platform, parameters, count);
}

/**
 * The calls that are over, of which there are so many.
 *
 * @param {Platform} platform
 * @param {number} count
 */
async function callPoll(platform, count) {
	return await onePoll(platform, { event: 'callRecordAdded' }, count);
}

module.exports = { callPoll, indicatorPoll };
