/** Compares values that have no type in the description with the sample of the page. */

const { kindOfValue, shapeOf, wayInWords } = require('./shape');

/** The values of a sample, by the ways to their fields. @typedef {Map<string, unknown[]>} Samples */

/** How a time can be written. @type {Array<[form: string, pattern: RegExp]>} */
const WRITTEN = [
	['yyyy-MM-dd HH:mm:ss', /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/],
	['yyyy-MM-dd', /^\d{4}-\d\d-\d\d$/],
	['HH:mm:ss', /^\d\d:\d\d:\d\d$/],
	['HH:mm', /^\d\d:\d\d$/],
	['ISO 8601', /^\d{4}-\d\d-\d\dT\d\d:\d\d/],
	['another form of a time', /^\d{2,4}[-/.]\d{1,2}[-/.]\d{2,4}( \d{1,2}:\d\d(:\d\d)?(\.\d+)?)?$/],
];

/** The name of a field that is a time. */
const WRITTEN_KEY = /^\d{4}-\d\d-\d\d/;

/** Fields whose digits are a time. */
const OF_TIME = /time|date|begin|end/i;

/** Seconds or milliseconds since 1970 that lie in this time. */
const COUNTED = /^1\d{9}(\d{3})?$/;

/** What stands where there is no time. */
const NO_TIME = /^-?\d$/;

/** Of digits as text, which may be either. */
const DIGITS = 'digits of a time';

/** @param {string} name of the field @param {unknown} value @returns {string | undefined} how the time is written that it is */
function timeForm(name, value) {
	const text = String(value);
	const written = WRITTEN.find(([, pattern]) => pattern.test(text));
	if (written || !OF_TIME.test(name) || !COUNTED.test(text)) return written?.[0];
	if (typeof value === 'string') return DIGITS;
	return text.length > 10 ? 'milliseconds since 1970' : 'seconds since 1970';
}

/** Kinds of values where digits may be a number or text. @param {unknown} shown @param {unknown} value */
function isAlike(shown, value) {
	const kinds = [shown, value].map(kindOfValue);
	if (kinds[0] === kinds[1]) return true;
	const isEither = kinds.every((kind) => kind === 'number' || kind === 'text');
	return isEither && (typeof value === 'number' || /^-?[\d.]+$/.test(String(value)));
}

/** @param {unknown} value whether it tells nothing of what it could be */
function isBare(value) {
	return value === undefined || value === null || value === '';
}

/** Whether an object has values by their times: its form without a grain of time is open. @param {unknown} value */
function isMap(value) {
	return Object.keys(Object(value)).some((name) => WRITTEN_KEY.test(name));
}

/**
 * @param {import('../lib/interface-files').InterfaceFile['operation']} operation as it is written in `openapi/`
 * @returns {Samples} of its answers
 */
function samplesOf({ responses = {} }) {
	/** @type {Samples} */
	const samples = new Map();
	/** @param {unknown} value @param {string[]} way */
	const note = (value, way) => {
		if (isBare(value) || isMap(value)) return;
		const place = wayInWords(way);
		samples.set(place, [...(samples.get(place) ?? []), value]);
		if (typeof value !== 'object') return;
		for (const [name, inner] of Object.entries(Object(value)))
			note(inner, [...way, Array.isArray(value) ? '0' : name]);
	};
	const shown = Object.values(responses['200']?.content?.['application/json']?.examples ?? {});
	for (const { value } of shown) note(value, []);
	return samples;
}

/**
 * What differs from the sample: another type where the description has none, or a time in another form.
 *
 * @param {Samples} samples
 * @param {string} place of the field
 * @param {unknown} value
 * @param {{ isTyped: boolean, isLoose: boolean }} how whether the description has its type; whether a number may be text
 * @returns {{ expected: string, seen: string } | undefined}
 */
function againstSample(samples, place, value, { isTyped, isLoose }) {
	const shown = samples.get(place);
	if (!shown || isBare(value)) return undefined;
	const kinds = [...new Set(shown.map(kindOfValue))];
	const isOfKind = isLoose
		? shown.some((one) => isAlike(one, value))
		: kinds.includes(kindOfValue(value));
	if (!isOfKind) {
		const expected = `${kinds.join(' or ')}, as in the sample`;
		return isTyped ? undefined : { expected, seen: shapeOf(value) };
	}
	if (typeof value === 'object' || NO_TIME.test(String(value))) return undefined;
	const name = place.split('.').at(-1) ?? '';
	const forms = [...new Set(shown.map((one) => timeForm(name, one)))];
	const form = timeForm(name, value);
	const isCounted = form?.includes('since') && forms.includes(DIGITS);
	const mayBeCounted = form === DIGITS && forms.some((one) => one?.includes('since'));
	if (forms.includes(form) || isCounted || mayBeCounted) return undefined;
	return {
		expected: `${forms.map((one) => one ?? 'no time').join(' or ')}, as in the sample`,
		seen: form && !form.startsWith('another') ? form : shapeOf(value),
	};
}

module.exports = { againstSample, samplesOf };
