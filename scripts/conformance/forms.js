/**
 * Where the description has several forms, because pages, samples and reports of others differ, or
 * leaves something open: which one this platform has. Each is named when it is not the plain one.
 */

const { isKnown } = require('./names');

/** @typedef {import('../../simulator/core/description').Operation} Operation */
/** @typedef {import('./fields').Walk} Walk */
/** @typedef {Record<string, unknown>} Fields */

/**
 * @typedef {object} Seen
 * @property {Operation} operation
 * @property {unknown} json
 * @property {string | undefined} code
 * @property {boolean} isAnswer
 * @property {Walk} walk
 */

/** Seconds that a token is asked for. */
const ASKED_LIFE = 3600;

/** Rows whose times say in which order they come. */
const ENOUGH_ROWS = 2;

/** @param {unknown} value @returns {Fields} */
function fieldsOf(value) {
	return /** @type {Fields} */ (typeof value === 'object' && value !== null ? value : {});
}

/**
 * Names of fields with a blank at an end, wherever they are.
 *
 * @param {unknown} value
 * @returns {string[]}
 */
function blankNames(value) {
	return Object.entries(fieldsOf(value)).flatMap(([name, inner]) => [
		...(name !== name.trim() ? [isKnown(name) ? name.trim() : 'a field'] : []),
		...blankNames(inner),
	]);
}

/** @param {Seen} seen */
function tokenLife({ json }) {
	const { Expires, expiresIn } = fieldsOf(json);
	if (Expires === undefined && expiresIn === undefined)
		return ['the token does not say how long it lives'];
	const found = Expires === undefined ? ["the token's life is in expiresIn, not in Expires"] : [];
	const seconds = Number(Expires ?? expiresIn);
	if (seconds === ASKED_LIFE) return found;
	return [
		...found,
		`a token lives for ${seconds || 'an unreadable number of'} seconds, not for the ${ASKED_LIFE} asked for`,
	];
}

/** @param {Seen} seen */
function callOrder({ json }) {
	const { data } = fieldsOf(fieldsOf(json).resultDesc);
	const times = (Array.isArray(data) ? data : []).map((row) => Number(fieldsOf(row).logDate));
	const isFalling = times.every((time, index) => index === 0 || time <= (times[index - 1] ?? 0));
	const isNewestFirst = times.length >= ENOUGH_ROWS && isFalling && times[0] !== times.at(-1);
	return isNewestFirst ? ['the newest calls come first'] : [];
}

/** @param {Seen} seen */
function callList(seen) {
	const { data } = fieldsOf(fieldsOf(seen.json).resultDesc);
	return data === null ? ['no calls are null, not an empty list'] : callOrder(seen);
}

/** Of one interface. @type {Record<string, (seen: Seen) => string[]>} */
const OWN = {
	tokenByAkSk: tokenLife,
	querycallsV2: callList,
	queryAccessCodeList: ({ json }) =>
		Array.isArray(fieldsOf(json).data) ? ['data is the list itself, without a total'] : [],
};

/** @param {Seen} seen */
function ofCms({ json, walk, operation }) {
	if (operation.product !== 'cms') return [];
	const { result, resultDatas } = fieldsOf(json);
	const copies = [result !== undefined && 'result', resultDatas !== undefined && 'resultDatas'];
	const named = copies.filter(Boolean).join(' and ');
	return [
		...(walk.numbersAsText.length > 0
			? [`numbers are text: ${[...new Set(walk.numbersAsText)].join(', ')}`]
			: []),
		...(named ? [`code and payload come a second time, in ${named}`] : []),
	];
}

/**
 * @param {Seen} seen
 * @returns {string[]} in words
 */
function formsIn(seen) {
	const { operation, json, code, isAnswer } = seen;
	if (!isAnswer) return [];
	const { operationId, success } = operation;
	const forms = [
		...(OWN[operationId]?.(seen) ?? []),
		...ofCms(seen),
		...blankNames(json).map((name) => `the name of ${name} has a blank at its end`),
		...(success.alsoSeen?.includes(code ?? '')
			? [`success is ${code}, not ${success.codes.join(' or ')}`]
			: []),
	];
	return [...new Set(forms)];
}

module.exports = { formsIn };
