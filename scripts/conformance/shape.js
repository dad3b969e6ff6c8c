/**
 * Says what a value is like and never what it is: a report goes to people who must not see phone
 * numbers, names and keys.
 */

const { shownName } = require('./names');

/** A value of so many digits is a code of the platform, and no number of anybody. */
const CODE_DIGITS = 3;

/** @param {number} count @param {string} what */
function counted(count, what) {
	return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/**
 * @param {unknown} value
 * @returns {string} such as `text of 11 digits`
 */
function shapeOf(value) {
	if (value === undefined) return 'missing';
	if (value === null) return 'null';
	if (Array.isArray(value)) return `list of ${value.length}`;
	if (typeof value === 'object')
		return `object with ${counted(Object.keys(value).length, 'field')}`;
	if (typeof value === 'boolean') return String(value);
	const text = String(value);
	const kind = typeof value === 'number' ? 'number' : 'text';
	if (text === '') return 'empty text';
	if (/^-?\d+$/.test(text)) return `${kind} of ${counted(text.replace('-', '').length, 'digit')}`;
	if (kind === 'number') return 'number with decimals';
	return `text of ${counted(text.length, 'character')}`;
}

/**
 * The same for a field that holds a code: a short one is shown.
 *
 * @param {unknown} value
 * @returns {string}
 */
function codeShape(value) {
	const isShort = /^-?\d+$/.test(String(value)) && String(value).length <= CODE_DIGITS;
	return isShort ? `${shapeOf(value)}: ${value}` : shapeOf(value);
}

/**
 * A result code as the platform wrote it; what cannot be one is only described.
 *
 * @param {unknown} code
 * @returns {string}
 */
function resultCode(code) {
	const isWritten = typeof code === 'string' || typeof code === 'number';
	return isWritten && /^-?[A-Z]{0,3}\d{1,7}$/.test(String(code)) ? String(code) : shapeOf(code);
}

/**
 * A content type, if it is one.
 *
 * @param {string} contentType
 */
function mediaType(contentType) {
	if (contentType === '') return 'no content type';
	const isType = /^[a-z]+\/[a-z\d.+-]{1,60}$/.test(contentType) && !/\d{5}/.test(contentType);
	return isType ? contentType : 'an unreadable content type';
}

/** A set of characters, if it is one. @param {string} charset */
function charsetName(charset) {
	const isName = /^[a-z][a-z\d_-]{1,20}$/.test(charset) && !/\d{5}/.test(charset);
	return isName ? charset : 'an unreadable charset';
}

/** Types of JSON Schema in words. */
const TYPES = /** @type {Record<string, string>} */ ({
	string: 'text',
	integer: 'whole number',
	number: 'number',
	boolean: 'true or false',
	object: 'object',
	array: 'list',
	null: 'null',
});

/**
 * The kind of a value, as a type of JSON Schema is put into words.
 *
 * @param {unknown} value
 */
function kindOfValue(value) {
	if (value === null) return 'null';
	return typesInWords(Array.isArray(value) ? 'array' : typeof value);
}

/** @param {unknown} types of JSON Schema, one or several */
function typesInWords(types) {
	return [types]
		.flat()
		.map((type) => TYPES[String(type)] ?? String(type))
		.join(' or ');
}

/** A field, by its name if that can be shown. @param {string} name */
function fieldName(name) {
	return shownName(name) ?? `(a field called by ${shapeOf(name).replace(/^text of /, '')})`;
}

/**
 * The way to a value as it is written in a report: rows of a list have no numbers.
 *
 * @param {string[]} way names of fields and numbers of rows
 */
function wayInWords(way) {
	const text = way
		.map((part) => (/^\d{1,4}$/.test(part) ? '[]' : `.${fieldName(part)}`))
		.join('')
		.replace(/^\./, '');
	return text || '(the answer)';
}

module.exports = {
	charsetName,
	codeShape,
	kindOfValue,
	mediaType,
	resultCode,
	shapeOf,
	typesInWords,
	wayInWords,
};
