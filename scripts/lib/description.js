/** One interface of `openapi/`, with everything that its file refers to put in place. */

const fs = require('node:fs');
const path = require('node:path');
const { projectFolder } = require('../settings');
const { METHODS, readYaml } = require('./interface-files');

const folder = path.join(projectFolder, 'openapi');

/**
 * JSON Schema, as far as it is looked into here.
 *
 * @typedef {object} Schema
 * @property {string | string[]} [type]
 * @property {string} [description]
 * @property {Record<string, Schema>} [properties]
 * @property {string[]} [required]
 * @property {Schema} [items]
 * @property {Schema[]} [allOf]
 * @property {Schema[]} [anyOf]
 * @property {Schema[]} [oneOf]
 * @property {unknown[]} [enum]
 * @property {unknown} [const]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {number} [minLength]
 * @property {number} [maxLength]
 * @property {number} [maxItems]
 */

/** @typedef {{ name: string, in: string, required?: boolean, schema: Schema, description?: string }} Parameter */
/** @typedef {{ content?: Record<string, { schema: Schema }> }} Body */

/**
 * @typedef {object} Interface
 * @property {string} operationId
 * @property {string} summary
 * @property {Parameter[]} [parameters]
 * @property {Body} [requestBody]
 * @property {Record<string, Body>} responses
 * @property {{ url: string }} [externalDocs]
 * @property {{ concurrency?: number, gap?: number, per?: string }} [x-pace]
 */

/** @type {Map<string, unknown>} */
const documents = new Map();

/** @param {string} file */
function documentOf(file) {
	const known = documents.get(file) ?? readYaml(file);
	documents.set(file, known);
	return known;
}

/**
 * @param {string} file
 * @param {unknown} value a part of that file
 * @returns {unknown}
 */
function resolved(file, value) {
	if (Array.isArray(value)) return value.map((one) => resolved(file, one));
	if (typeof value !== 'object' || value === null) return value;
	if ('$ref' in value && typeof value.$ref === 'string') {
		const [target = '', pointer = ''] = value.$ref.split('#');
		const other = target === '' ? file : path.resolve(path.dirname(file), target);
		const found = pointer
			.split('/')
			.slice(1)
			.reduce(
				(node, part) => /** @type {Record<string, unknown>} */ (node)[part],
				documentOf(other),
			);
		return resolved(other, found);
	}
	return Object.fromEntries(
		Object.entries(value).map(([name, own]) => [name, resolved(file, own)]),
	);
}

/**
 * @param {string} name such as `isales/queryOBSResults`
 * @returns {Interface}
 * @throws Error when the interface has no file
 */
function readInterface(name) {
	const file = path.join(folder, `${name}.yaml`);
	if (!fs.existsSync(file)) {
		throw new Error(`openapi/${name}.yaml is missing: describe the interface there`);
	}
	const item = /** @type {Record<string, Interface>} */ (resolved(file, documentOf(file)));
	const method = METHODS.find((one) => one in item) ?? 'get';
	return /** @type {Interface} */ (item[method]);
}

/**
 * The schemas that a value may have, whichever form it takes.
 *
 * @param {Schema} schema
 * @returns {Schema[]}
 */
function formsOf(schema) {
	const forms = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
	return [schema, ...forms.flatMap(formsOf)];
}

/** @param {Body | undefined} body */
function jsonSchemaOf(body) {
	return body?.content?.['application/json']?.schema ?? {};
}

module.exports = { formsOf, jsonSchemaOf, readInterface };
