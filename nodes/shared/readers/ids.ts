/** IDs that the service has as numbers, and names of indicators: each of them in lists. */
import { BadValue, quoted } from './badValue';
import { entriesOf } from './list';
import { isEmpty, readText } from './text';

/** From the first to the last number. */
export interface IdRange {
	min: number;
	max?: number;
}

/** What is read out of each entry of a list, each one once. @throws BadValue */
function readEach<T>(value: unknown, readEntry: (entry: unknown) => T): T[] {
	const entries = entriesOf(value, { splitsAtBlanks: true }).filter((entry) => !isEmpty(entry));
	if (entries.length === 0) throw new BadValue('is empty', 'Enter at least one.');
	return [...new Set(entries.map(readEntry))];
}

const DIGITS = {
	isCode: true,
	allowed: /\d/,
	mustBe: 'IDs, digits only, with commas between them',
};

/** Ranges as a message shows them. */
function inWords(ranges: readonly IdRange[]): string {
	return ranges
		.map(({ min, max }) => (max === undefined ? `${min} or more` : `${min} to ${max}`))
		.join(' and ');
}

function readId(entry: unknown, ranges: readonly IdRange[]): number {
	const id = Number(readText(entry, DIGITS));
	const isThere = ranges.some(({ min, max = Number.MAX_SAFE_INTEGER }) => id >= min && id <= max);
	if (isThere) return id;
	throw new BadValue(
		`has an ID that cannot be: ${quoted(String(entry))}`,
		`IDs are whole numbers: ${inWords(ranges)}.`,
	);
}

/** IDs within some ranges, each one once. @throws BadValue */
export function readIds(value: unknown, ranges: readonly IdRange[]): number[] {
	return readEach(value, (entry) => readId(entry, ranges));
}

const INDICATOR = {
	isCode: true,
	allowed: /[A-Z0-9_]/,
	mustBe: 'names of indicators as IDX_COUNT_TOTAL_CALL, capital letters, digits and _ only',
};

function readIndicator(entry: unknown): string {
	const name = readText(entry, INDICATOR);
	if (/^[A-Z]/.test(name)) return name;
	throw new BadValue(
		`has a name that does not begin with a letter: ${quoted(name)}`,
		`Enter ${INDICATOR.mustBe}.`,
	);
}

/** Names of indicators, each one once. @throws BadValue */
export function readIndicators(value: unknown): string[] {
	return readEach(value, readIndicator);
}
