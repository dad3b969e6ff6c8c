/** What differs in the head of an answer, and in how it is written. */

const { charsetName, mediaType } = require('./shape');

/** @typedef {import('../../simulator/core/description').Operation} Operation */
/** @typedef {import('./misfits').Difference} Difference */
/** @typedef {import('./wire').Reply} Reply */

/** Of files, in the description. */
const FILE_TYPE = 'application/octet-stream';

/** @param {string} field @param {string} expected @param {string} seen @returns {Difference} */
function different(field, expected, seen) {
	return { kind: 'different', field, expected, seen };
}

/** Of a JSON answer. @param {Reply} reply */
function headFaults({ status, contentType, charset = 'utf-8', packed, hasMark, isNoUtf8 }) {
	const isJson = contentType.includes('json');
	const type = different('(Content-Type)', 'application/json', mediaType(contentType));
	const isNamedUtf8 = /^utf-?8$/.test(charset);
	const seenCharset = isNamedUtf8 ? 'other bytes' : charsetName(charset);
	const isCharsetFault = !isNamedUtf8 || isNoUtf8;
	return [
		...(status === 200 ? [] : [different('(HTTP status)', '200', String(status))]),
		...(isJson ? [] : [type]),
		...(isCharsetFault ? [different('(charset)', 'utf-8', seenCharset)] : []),
		...(packed ? [different('(Content-Encoding)', 'none was asked for', charsetName(packed))] : []),
		...(hasMark ? [different('(the answer)', 'JSON', 'JSON after a byte order mark')] : []),
	];
}

/** Of a file. @param {Operation} operation @param {Reply} reply */
function fileFaults({ success }, { contentType }) {
	const seen = mediaType(contentType);
	if (!success.file) return [different('(the answer)', 'JSON', `a file, ${seen}`)];
	return contentType === FILE_TYPE ? [] : [different('(Content-Type)', FILE_TYPE, seen)];
}

module.exports = { different, fileFaults, headFaults };
