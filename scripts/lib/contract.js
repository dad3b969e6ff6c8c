/** The names of the node that saved workflows depend on. */

const { NodeHelpers } = require('n8n-workflow');

/** @typedef {import('n8n-workflow').INodeProperties} Property */
/** @typedef {import('n8n-workflow').INodeTypeDescription} Description */
/** @typedef {{ credential: string | undefined, fields: string[] }} Names of an operation */
/** @typedef {Record<string, Names>} Contract by `resource/operation` */

/** @type {(property: Property, name: string) => unknown[]} */
const shownFor = (property, name) => [property.displayOptions?.show?.[name]].flat();

/**
 * Names of fields, those in a collection as `collection.field`, and as `field.group.field` those of a
 * field that takes several entries.
 *
 * @param {Property[]} properties
 * @returns {string[]}
 */
function fieldNames(properties) {
	return properties.flatMap(({ name, type, options = [] }) => {
		if (type === 'collection') return options.map((option) => `${name}.${option.name}`);
		const inner = options.flatMap((option) =>
			'values' in option
				? option.values.map((value) => `${name}.${option.name}.${value.name}`)
				: [],
		);
		return inner.length > 0 ? inner : [name];
	});
}

/**
 * What a node has now.
 *
 * @param {Description} node
 * @returns {Contract}
 */
function contractOf(node) {
	const choices = node.properties.filter(({ name }) => name === 'operation');
	const pairs = choices.flatMap((choice) =>
		shownFor(choice, 'resource').flatMap((resource) =>
			(choice.options ?? []).map((option) => [
				String(resource),
				'value' in option ? String(option.value) : '',
			]),
		),
	);
	return Object.fromEntries(
		pairs.map(([resource = '', operation = '']) => [
			`${resource}/${operation}`,
			{
				credential: credentialOf(node, resource, operation),
				fields: fieldNames(
					node.properties.filter(
						(property) =>
							shownFor(property, 'resource').includes(resource) &&
							shownFor(property, 'operation').includes(operation),
					),
				),
			},
		]),
	);
}

/** @param {Description} node @param {string} resource @param {string} operation */
function credentialOf(node, resource, operation) {
	const parameters = NodeHelpers.getNodeParameters(
		node.properties,
		{ resource, operation },
		true,
		false,
		null,
		node,
	);
	const asked = (node.credentials ?? []).filter((shown) =>
		NodeHelpers.displayParameter(parameters ?? {}, shown, null, node),
	);
	return asked.map(({ name }) => name).join(' and ');
}

/**
 * What was there and what is new: a name that is gone stays.
 *
 * @param {Contract} known
 * @param {Contract} present
 * @returns {Contract}
 */
function added(known, present) {
	const titles = [...new Set([...Object.keys(known), ...Object.keys(present)])].sort();
	return Object.fromEntries(
		titles.map((title) => {
			const [old, own] = [known[title], present[title]];
			const fields = [...new Set([...(own?.fields ?? []), ...(old?.fields ?? [])])];
			return [title, { credential: (old ?? own)?.credential, fields }];
		}),
	);
}

/**
 * What saved workflows depend on and the node has no more, a line each.
 *
 * @param {Contract} known
 * @param {Contract} present
 * @returns {string[]}
 */
function lostNames(known, present) {
	return Object.entries(known).flatMap(([title, { credential, fields }]) => {
		const own = present[title];
		const isOther = own && own.credential !== credential;
		const lost = own ? fields.filter((field) => !own.fields.includes(field)) : [];
		return [
			...(own ? [] : [`${title} is gone`]),
			...(isOther ? [`${title} asks for ${own.credential}, not ${credential}`] : []),
			...lost.map((field) => `${title} has no field ${field} any more`),
		].map((line) => `${line}: saved workflows have it (CONTRIBUTING.md, "Names are for ever")`);
	});
}

module.exports = { added, contractOf, fieldNames, lostNames };
