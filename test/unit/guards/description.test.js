/** Walks over what the editor shows, as n8n's linter cannot: put together, not file by file. */

const { HuaweiAiccAkSkApi } = require('../../../credentials/HuaweiAiccAkSkApi.credentials');
const { HuaweiAiccTokenApi } = require('../../../credentials/HuaweiAiccTokenApi.credentials');
const { HuaweiAicc } = require('../../../nodes/HuaweiAicc/HuaweiAicc.node');
const {
	HuaweiAiccCallbackTrigger,
} = require('../../../nodes/HuaweiAiccCallbackTrigger/HuaweiAiccCallbackTrigger.node');
const { HuaweiAiccTrigger } = require('../../../nodes/HuaweiAiccTrigger/HuaweiAiccTrigger.node');

/** @typedef {import('n8n-workflow').INodeProperties} Property */
/** @typedef {{ place: string, property: Property }} Placed */

const node = new HuaweiAicc().description;
const trigger = new HuaweiAiccTrigger().description;
const callbackTrigger = new HuaweiAiccCallbackTrigger().description;
const NODES = [node, trigger, callbackTrigger];
const DESCRIPTIONS = [...NODES, new HuaweiAiccTokenApi(), new HuaweiAiccAkSkApi()];

/** n8n cannot resolve these names in expressions. */
const REFUSED_NAMES = ['arguments', 'callee', 'caller'];

const ARTICLES = /\b(a|an|the)\b/i;

/** Small words that a title has in lower case, names that are written their own way. */
const TITLE_WORD = /^[A-Z0-9(&]|^(and|at|by|for|from|in|of|on|or|to|with)$/;

/** What a default must be, by the type of the field. */
const DEFAULTS = {
	/** @param {unknown} value */
	boolean: (value) => typeof value === 'boolean',
	/** @param {unknown} value */
	number: (value) => typeof value === 'number' || value === '',
	/** @param {unknown} value */
	string: (value) => typeof value === 'string',
	/** @param {unknown} value */
	hidden: (value) => typeof value === 'string' || value === true,
	/** @param {unknown} value */
	dateTime: (value) => value === '',
	/** @param {unknown} value */
	collection: (value) =>
		Object.values(/** @type {object} */ (value)).every((hidden) => hidden === true),
	/** @param {unknown} value */
	json: (value) => value === '{}' || value === '[]',
	/** @param {unknown} value */
	fixedCollection: (value) => JSON.stringify(value) === '{}',
	/** @param {unknown} value */
	resourceLocator: (value) => JSON.stringify(value) === '{"mode":"list","value":""}',
};

/**
 * Every field, those inside collections too, with the way to it.
 *
 * @param {string} place
 * @param {Property[]} properties
 * @returns {Placed[]}
 */
function walk(place, properties) {
	return properties.flatMap((property) => {
		const here = `${place}.${property.name}`;
		const inner = /** @type {Property[]} */ (property.options ?? []);
		const groups = (property.options ?? []).flatMap((option) =>
			'values' in option ? walk(`${here}.${option.name}`, option.values) : [],
		);
		return [
			{ place: here, property },
			...(property.type === 'collection' ? walk(here, inner) : groups),
		];
	});
}

/**
 * The choices of a drop-down.
 *
 * @param {Property} property
 */
function choicesOf({ type, options = [] }) {
	return ['options', 'multiOptions'].includes(type)
		? /** @type {import('n8n-workflow').INodePropertyOptions[]} */ (options)
		: [];
}

const all = DESCRIPTIONS.flatMap(({ name, properties }) => walk(name, properties));
const fields = all.filter(({ property }) => property.type !== 'notice');
const notices = all.filter(({ property }) => property.type === 'notice');
const visible = fields.filter(({ property }) => property.type !== 'hidden');
const dropDowns = visible.filter(({ property }) => choicesOf(property).length > 0);
const collections = visible.filter(({ property }) => property.type === 'collection');

/**
 * The places of those that are not as they should be.
 *
 * @param {Placed[]} placed
 * @param {(property: Property) => unknown} isRight
 */
function wrong(placed, isRight) {
	expect(placed).not.toEqual([]);
	return placed.filter(({ property }) => !isRight(property)).map(({ place }) => place);
}

/** @param {string[]} names */
function isSorted(names) {
	const sorted = [...names].sort((a, b) => a.localeCompare(b, 'en'));
	return JSON.stringify(names) === JSON.stringify(sorted);
}

/** @param {string} text */
function isTitle(text) {
	return text.split(/[\s/]+/).every((word) => TITLE_WORD.test(word));
}

describe('every field', () => {
	it('has a title in title case', () => {
		expect(wrong(fields, ({ displayName }) => isTitle(displayName))).toEqual([]);
	});

	// n8n gives an expression 250 ms by the clock, in every execution: a busy machine fails for it.
	it('leaves no regular expression to n8n', () => {
		const isFree = (/** @type {Property} */ property) => !/"regex"/.test(JSON.stringify(property));
		expect(wrong(all, isFree)).toEqual([]);
	});

	it('says what it is, unless its choices or entries do', () => {
		const isSaid = (/** @type {Property} */ { type, name, description }) =>
			['options', 'collection'].includes(type) || name === 'operation' || description;
		expect(wrong(visible, isSaid)).toEqual([]);
	});

	it('has a name that expressions can use', () => {
		const isUsable = (/** @type {Property} */ { name }) =>
			/^[a-z][A-Za-z0-9]*$/.test(name) && !REFUSED_NAMES.includes(name);
		expect(wrong(fields, isUsable)).toEqual([]);
	});

	it('shows an example where one sees it: the editor of a JSON field has no placeholder', () => {
		const json = visible.filter(({ property }) => property.type === 'json');
		expect(
			wrong(json, ({ hint = '', placeholder }) => /^e\.g\. [[{]/.test(hint) && !placeholder),
		).toEqual([]);
	});

	it('has a default of its type', () => {
		const isValid = (/** @type {Property} */ property) => {
			const values = choicesOf(property).map(({ value }) => value);
			if (property.type === 'options') {
				// What overwrites something has to be chosen.
				const isLeftOpen = property.required && property.default === '';
				const isKnown = values.includes(/** @type {string} */ (property.default));
				return values.length === 0 || isLeftOpen || isKnown;
			}
			if (property.type === 'multiOptions') {
				const chosen = /** @type {string[]} */ (property.default);
				return chosen.every((value) => values.includes(value));
			}
			const check = DEFAULTS[/** @type {keyof typeof DEFAULTS} */ (property.type)];
			return check(property.default);
		};
		expect(wrong(fields, isValid)).toEqual([]);
	});

	it('ends a single sentence without a full stop, and several with one', () => {
		const isPunctuated = (/** @type {Property} */ { description = '' }) =>
			description === '' || /[.!?]\s+[A-Z]/.test(description) === description.endsWith('.');
		expect(wrong(fields, isPunctuated)).toEqual([]);
	});

	it('begins with "Whether" when it is a switch', () => {
		const switches = fields.filter(({ property }) => property.type === 'boolean');
		expect(wrong(switches, ({ description }) => description?.startsWith('Whether '))).toEqual([]);
	});
});

describe('every notice', () => {
	it('is made of sentences', () => {
		const areSentences = (/** @type {Property} */ { displayName }) =>
			/^[A-Z].*\.(<[^.]*>)?$/.test(displayName);
		expect(wrong(notices, areSentences)).toEqual([]);
	});

	it('has no markup that the editor takes out', () => {
		const isShown = (/** @type {Property} */ { displayName }) =>
			(displayName.match(/<[^>]*>/g) ?? []).every((tag) => /^<\/?(a|ul|li)\b/.test(tag));
		expect(wrong(notices, isShown)).toEqual([]);
	});

	it('says to copy the Test URL before the button that covers it is clicked', () => {
		const { executionsHelp } = /** @type {import('n8n-workflow').TriggerPanelDefinition} */ (
			callbackTrigger.triggerPanel
		);
		const help = Object.values(/** @type {Record<string, string>} */ (executionsHelp));
		const notices = callbackTrigger.properties.filter(({ name }) => name.endsWith('Notice'));
		const texts = [...help, ...notices.map(({ displayName }) => displayName)].filter((text) =>
			/sample/.test(text),
		);
		expect(texts).toHaveLength(help.length + 5);
		for (const text of texts) expect(text).toMatch(/copy the Test URL, click/);
	});
});

describe('every drop-down', () => {
	it('is in alphabetical order', () => {
		// The credential's first choice is the one that nearly everybody needs.
		const ordered = dropDowns.filter(({ property }) => property.name !== 'tokenSource');
		const isOrdered = (/** @type {Property} */ property) =>
			isSorted(choicesOf(property).map(({ name }) => name));
		expect(wrong(ordered, isOrdered)).toEqual([]);
	});

	it('has choices with titles in title case', () => {
		const areTitles = (/** @type {Property} */ property) =>
			choicesOf(property).every(({ name }) => isTitle(name));
		expect(wrong(dropDowns, areTitles)).toEqual([]);
	});

	it('has each value once', () => {
		const areUnique = (/** @type {Property} */ property) => {
			const values = choicesOf(property).map(({ value }) => value);
			return new Set(values).size === values.length;
		};
		expect(wrong(dropDowns, areUnique)).toEqual([]);
	});
});

describe('every collection', () => {
	it('is in alphabetical order', () => {
		const isOrdered = (/** @type {Property} */ { options = [] }) =>
			isSorted(options.map((option) => ('displayName' in option ? option.displayName : '')));
		expect(wrong(collections, isOrdered)).toEqual([]);
	});

	it('has a button to add that is worded as all others', () => {
		expect(
			wrong(collections, ({ placeholder = '' }) => /^Add [A-Z][a-z]+$/.test(placeholder)),
		).toEqual([]);
	});
});

describe('every operation', () => {
	const operations = node.properties
		.filter(({ name }) => name === 'operation')
		.flatMap((property) => choicesOf(property));

	it.each(operations)('$action: has its words', ({ name, action = '', description = '' }) => {
		expect([name, action, description]).not.toContain('');
		expect(action).not.toMatch(ARTICLES);
		expect(action).toMatch(/^[A-Z][a-z]+ /);
		expect(description).not.toMatch(/\.$/);
	});

	it.each(operations)('$action: goes the one way out', ({ routing }) => {
		expect(routing).toEqual({
			send: { paginate: true },
			operations: { pagination: expect.any(Function) },
		});
	});
});

describe('what is shown when', () => {
	/**
	 * @param {{ name: string, properties: Property[] }} description
	 * @param {string} name
	 */
	const valuesOf = ({ properties }, name) =>
		properties
			.filter((property) => property.name === name)
			.flatMap((property) => choicesOf(property).map(({ value }) => value));

	it('follows resource and operation in the node', () => {
		const free = ['authentication', 'resource'];
		const own = node.properties.filter(({ name }) => !free.includes(name));
		expect(own).not.toEqual([]);
		for (const { name, displayOptions } of own) {
			const { resource = [], operation = [] } = displayOptions?.show ?? {};
			expect(resource).not.toEqual([]);
			expect(valuesOf(node, 'resource')).toEqual(expect.arrayContaining(resource));
			expect(operation.length > 0).toBe(name !== 'operation');
		}
	});

	it.each(NODES)('in $name depends on fields and values that there are', (description) => {
		const names = description.properties.map(({ name }) => name);
		const conditions = [...description.properties, ...(description.credentials ?? [])].flatMap(
			({ displayOptions }) =>
				[displayOptions?.show, displayOptions?.hide].flatMap((shown) =>
					Object.entries(shown ?? {}),
				),
		);
		expect(conditions).not.toEqual([]);
		for (const [name, wanted] of conditions) {
			expect(names).toContain(name);
			if (['event', 'operation', 'resource'].includes(name)) {
				expect(valuesOf(description, name)).toEqual(expect.arrayContaining(wanted ?? []));
			}
		}
	});

	it('never has two fields of one name at once', () => {
		const places = NODES.flatMap(({ name: type, properties }) =>
			properties
				.filter(({ name }) => name !== 'authentication')
				.map(({ name, displayOptions }) => JSON.stringify([type, name, displayOptions?.show])),
		);
		expect(new Set(places).size).toBe(places.length);
	});
});

describe('Return All and Limit', () => {
	const limits = node.properties.filter(({ name }) => name === 'limit');

	it('stand in this order, without an upper cap', () => {
		expect(limits).not.toEqual([]);
		for (const limit of limits) {
			const before = node.properties[node.properties.indexOf(limit) - 1];
			expect(before?.name).toBe('returnAll');
			expect(limit).toMatchObject({
				default: 50,
				typeOptions: { minValue: 1 },
				displayOptions: { show: { returnAll: [false] } },
			});
			expect(limit.typeOptions).not.toHaveProperty('maxValue');
		}
	});
});

describe('secrets', () => {
	it('are never shown', () => {
		const secret = /secret|token$|password$/i;
		const holders = fields.filter(
			({ property: { name, type } }) => secret.test(name) && ['string', 'hidden'].includes(type),
		);
		expect(wrong(holders, ({ typeOptions }) => typeOptions?.password === true)).toEqual([]);
	});
});

it('keeps abbreviations in the nodes panel: n8n writes the name of an event in small letters', () => {
	const events = NODES.flatMap(({ properties }) => properties)
		.filter(({ name }) => name === 'event')
		.flatMap((property) => choicesOf(property));
	const abbreviated = events.filter(({ name }) => /[A-Z]{2}/.test(name));
	expect(abbreviated.map((event) => [event.name, event.action])).toEqual([
		['OBS Result Code Changed', 'On OBS result code changed'],
	]);
});

it('has other words in the nodes panel for each operation', () => {
	const words = node.properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options = [] }) => options.map((option) => Reflect.get(option, 'action')));
	expect(words.filter((one, index) => words.indexOf(one) !== index)).toEqual([]);
});
