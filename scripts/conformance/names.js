/**
 * Which names may stand in a report. A list may come as an object whose rows are called by somebody's
 * name, account or number; a name that `openapi/` has is nobody's.
 */

const fs = require('node:fs');
const path = require('node:path');
const { projectFolder } = require('../settings');

/** What stands for a row in the way to a field. */
const ROW = '0';

/** A key of a YAML file: the name of a field in a schema or a sample, or a word of the description. */
const KEY = /^[ -]*'?([A-Za-z_][\w.-]*)'?:(?=\s|$)/gm;

/** @typedef {{ names: Set<string>, words: Set<string> }} Vocabulary */

/** @type {Vocabulary | undefined} */
let known;

/** The words of a name such as `talkEndTime`, in lower case. @param {string} name */
function wordsOf(name) {
	return (name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase());
}

/** @returns {Vocabulary} what `openapi/` has, read once */
function vocabulary() {
	if (known) return known;
	const folder = path.join(projectFolder, 'openapi');
	const texts = fs
		.readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.yaml'))
		.map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
	const keys = texts.flatMap((text) => [...text.matchAll(KEY)].map(([, name = '']) => name));
	known = { names: new Set(keys), words: new Set(keys.flatMap(wordsOf)) };
	return known;
}

/**
 * Whether a name is nobody's: it occurs in `openapi/`, or is made of several words that do.
 *
 * @param {string} name of a field
 */
function isKnown(name) {
	const { names, words } = vocabulary();
	const own = wordsOf(name);
	const isMade = own.length > 1 && own.join('').length === name.length;
	return names.has(name.trim()) || (isMade && own.every((word) => words.has(word)));
}

/** @param {unknown} value @returns {string} the names of the fields of an object, as one text */
function namesOf(value) {
	return typeof value === 'object' && value !== null ? Object.keys(value).join() : '';
}

/** Whether another field of an object has the same fields, or a name with other digits. @param {Record<string, unknown>} object @param {string} name */
function hasAlike(object, name) {
	const names = namesOf(object[name]);
	const plain = name.replace(/\d+/g, '');
	return Object.keys(object).some(
		(other) =>
			other !== name &&
			((names !== '' && namesOf(object[other]) === names) ||
				(plain !== name && other.replace(/\d+/g, '') === plain)),
	);
}

/**
 * What stands for a field in the way to it. A field that is not described is taken for one of a newer
 * platform when it stands among known ones; where most have unknown names, they are rows.
 *
 * @param {Record<string, unknown>} object
 * @param {string} name of a field that is not described
 * @param {{ isAnswer: boolean, described: Iterable<string> }} place whether the object is the whole answer,
 *   where a single field may be around all others; the fields that are described
 * @returns {string} the name, or what stands for a row
 */
function wayPart(object, name, { isAnswer, described }) {
	if (/\d{3}/.test(name) || hasAlike(object, name)) return ROW;
	if (isKnown(name)) return name;
	const all = Object.keys(object);
	const unknown = all.filter((other) => !isKnown(other)).length;
	// Where a described field has come, the others are fields as well.
	const most = [...described].some((other) => other in object)
		? all.length / 2
		: (all.length - 1) / 2;
	return (isAnswer && all.length === 1) || unknown <= most ? name : ROW;
}

/**
 * The name of a field as it is shown; undefined for one that cannot be a name in a program: it may be
 * anything, also somebody's.
 *
 * @param {string} name
 */
function shownName(name) {
	const isName = /^[A-Za-z_]\w{0,63} ?$/.test(name) && !/\d{5}/.test(name);
	return isName || (isKnown(name) && !/\d{5}/.test(name)) ? name : undefined;
}

module.exports = { isKnown, shownName, wayPart };
