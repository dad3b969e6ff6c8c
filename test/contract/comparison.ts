/** What an endpoint of the client says otherwise than its page in `openapi/`, fact by fact. */

import type { DescribedEndpoint, Limit } from '../../aicc/endpoints/product';
import {
	codesOf,
	resolved,
	type DescribedOperation,
	type Description,
	type Place,
} from './description';
import { codedFields, requestFields, sorted, type Limited } from './fields';

/** An endpoint with its page. */
export interface Pair {
	endpoint: DescribedEndpoint;
	place: Place & { operation: DescribedOperation & { security?: Array<Record<string, unknown>> } };
	description: Description;
}

/** The security of the description for each kind of authentication. */
const SECURITY = { token: 'bearer', akSk: 'authV2' };

/** How far a pace may be from the one that is stated: "more than a second" is a little more. */
const GAP_MARGIN = 1.2;

function difference(what: string, own: unknown, described: unknown): string[] {
	const [here, there] = [own, described].map((value) => JSON.stringify(value) ?? 'none');
	return here === there ? [] : [`${what}: ${here} here, ${there} in openapi/`];
}

/** The path of an operation, as its pointer has it. */
function pathOf({ pointer }: Place): string {
	return (pointer.split('/')[2] ?? '').replace(/~1/g, '/').replace(/~0/g, '~');
}

function schemasNamed({ description, place }: Pair, name: string): Limited[] {
	return requestFields(description, place.operation)
		.filter(([field]) => field === name)
		.map(([, schema]) => schema);
}

function limitDifferences(pair: Pair, name: string, limit: Limit): string[] {
	const schemas = schemasNamed(pair, name);
	if (schemas.length === 0) return [`limits.${name}: openapi/ has no such parameter`];
	const described = (
		key: 'minLength' | 'maxLength' | 'minimum' | 'maximum' | 'maxItems' | 'enum',
	) => schemas.map((schema) => schema[key]).find((value) => value !== undefined);
	// A range may have gaps: then there are several.
	const outermost = (key: 'minimum' | 'maximum') => {
		const bounds = schemas.flatMap((schema) => schema[key] ?? []);
		if (bounds.length === 0) return undefined;
		return key === 'minimum' ? Math.min(...bounds) : Math.max(...bounds);
	};
	// The range of a number that is sent as text can be said in words only.
	const words = schemas.map((schema) => schema.description ?? '').join(' ');
	const isText = schemas.every(({ minimum, maximum }) => (minimum ?? maximum) === undefined);
	const bound = (key: 'min' | 'max', value: unknown) =>
		isText && new RegExp(`\\b${limit[key]}\\b`).test(words)
			? []
			: difference(`limits.${name}.${key}`, limit[key], value);
	return [
		...(limit.minLength === undefined
			? []
			: difference(`limits.${name}.minLength`, limit.minLength, described('minLength'))),
		...difference(`limits.${name}.maxLength`, limit.maxLength, described('maxLength')),
		...(limit.maxItems === undefined
			? []
			: difference(`limits.${name}.maxItems`, limit.maxItems, described('maxItems'))),
		...(limit.values ? difference(`limits.${name}.values`, limit.values, described('enum')) : []),
		...(limit.min === undefined ? [] : bound('min', outermost('minimum'))),
		...(limit.max === undefined ? [] : bound('max', outermost('maximum'))),
	];
}

function meaningDifferences(pair: Pair): string[] {
	const { meanings = {}, list } = pair.endpoint;
	const described = codedFields(pair.description, pair.place.operation);
	// An answer may hold lists of its own, whose codes come out as they are; those of rows have words.
	const wanted = list ? [...described.keys()] : [];
	return sorted([...Object.keys(meanings), ...wanted]).flatMap((name) =>
		difference(
			`meanings.${name}`,
			meanings[name] && sorted(Object.keys(meanings[name])),
			described.get(name),
		),
	);
}

/** Ranges and lengths of a page that the endpoint does not know; choices are those of the fields. */
function unknownLimits({ endpoint, place, description }: Pair): string[] {
	const { limits = {}, list } = endpoint;
	// The VDN is the credential's, and pages are asked for as `list` says.
	const others = ['vdnId', ...Object.values(list?.page ?? {})];
	return requestFields(description, place.operation)
		.filter(([name, { deprecated }]) => !others.includes(name) && deprecated !== true)
		.flatMap(([name, { maxLength, minimum: min, maximum: max }]) =>
			Object.entries({ maxLength, min, max })
				.filter(([key, value]) => value !== undefined && !(key in (limits[name] ?? {})))
				.map(([key, value]) => `limits.${name}.${key}: none here, ${value} in openapi/`),
		);
}

function paceDifferences({ endpoint, place }: Pair): string[] {
	const pace = place.operation['x-pace'];
	const { codes, rateLimit, statuses } = endpoint;
	// A pace that nobody waits for: who asks too often is told so.
	if (pace && !rateLimit && statuses?.[429]?.isAbout === 'pace') return [];
	if (!pace || !rateLimit) return difference('rateLimit', Boolean(rateLimit), Boolean(pace));
	const { gap = 0, concurrency, per, code } = pace;
	const [codeHere] = Object.keys(codes).filter((one) => codes[one]?.isAbout === 'pace');
	const isGapKept = rateLimit.gap >= gap && rateLimit.gap <= gap * GAP_MARGIN;
	return [
		...difference('rateLimit.concurrency', rateLimit.concurrency, concurrency),
		...difference('code of the pace', codeHere, code),
		...(isGapKept ? [] : difference('rateLimit.gap', rateLimit.gap, gap)),
		...(per === undefined
			? []
			: difference('rateLimit.isPerCampaign', rateLimit.isPerCampaign, per === 'campaignId')),
	];
}

function pagingDifferences(pair: Pair): string[] {
	const { endpoint, place } = pair;
	const { list } = endpoint;
	const paging = place.operation['x-paging'];
	if (!list || !paging) return difference('list', Boolean(list), Boolean(paging));
	const { asText = false, ...page } = { asText: undefined, from: 0, ...list.page };
	const own: Record<string, unknown> = { ...page, rows: list.rows, total: list.total };
	const [size] = schemasNamed(pair, paging.limit ?? paging.size ?? '');
	// Where the page states no maximum, what comes unless it is asked otherwise is asked for; where it
	// does not say that either, as many as the client likes.
	const max = paging.max ?? Number(size?.default ?? page.max);
	const described: Record<string, unknown> = { ...paging, max };
	const names = sorted([...Object.keys(own), ...Object.keys(described)]);
	return [
		...names.flatMap((name) => difference(`list.${name}`, own[name], described[name])),
		...difference('list: page as text', asText, size?.type === 'string'),
	];
}

function batchDifferences(pair: Pair): string[] {
	const { batch, limits, write } = pair.endpoint;
	const described = pair.place.operation['x-batch'];
	if (batch?.joinedBy !== undefined) {
		// Records in one text: the page says what the text is, and how long.
		const [text] = schemasNamed(pair, batch.field);
		return difference(`batch.field ${batch.field}`, 'string', text?.type);
	}
	// What the answer has on each record may not be documented: then they are not gathered.
	const inOneRequest = limits?.[described?.field ?? '']?.maxItems;
	if (!batch && inOneRequest !== undefined) return [];
	if (!batch || !described) return difference('batch', Boolean(batch), Boolean(described));
	const [list] = schemasNamed(pair, batch.field);
	return [
		...difference('batch.field', batch.field, described.field),
		...difference('batch.size', batch.size, list?.maxItems),
		// Records of a change that are refused are looked for as if none had been taken.
		...(write
			? difference('batch: all or none', batch.isRefusalOpen !== true, described.whole ?? false)
			: []),
	];
}

/** A time that is written out, by its pattern. */
const WRITTEN_TIME = /^\^\\d\{4\}-/;

function clockDifferences({ endpoint, place, description }: Pair): string[] {
	const { clock } = endpoint;
	const described = place.operation['x-clock'];
	const fields = requestFields(description, place.operation);
	const takesTimes = fields.some(([, { pattern }]) => WRITTEN_TIME.test(pattern ?? ''));
	if (takesTimes && clock === undefined) return ['clock: none here, and it takes written times'];
	// Where no page says it, the client goes by what is likely.
	return clock === undefined || described === 'not-stated'
		? []
		: difference('clock', clock, described);
}

function codeDifferences(pair: Pair, others: Map<string, Place>): string[] {
	const { endpoint, place, description } = pair;
	const { codes = [] } = place.operation['x-success'] ?? {};
	const known = [...Object.keys(codesOf(description, place.operation)), ...codes];
	const optional = endpoint.isCodeOptional ? endpoint.successCodes : [];
	const own = [...Object.keys(endpoint.codes), ...codes, ...optional];
	const ofOthers = (endpoint.codesAlsoOf ?? []).flatMap((name) => {
		const other = others.get(name);
		return other ? Object.keys(codesOf(description, other.operation)) : [];
	});
	return [
		...sorted(known.filter((code) => !own.includes(code))).map(
			(code) => `codes: ${code} is not here`,
		),
		...sorted(own.filter((code) => !known.includes(code) && !ofOthers.includes(code))).map(
			(code) => `codes: ${code} is not in openapi/`,
		),
	];
}

/** By what they are about: the differences of an endpoint and its page, in words. */
export const FACTS: Record<string, (pair: Pair, others: Map<string, Place>) => string[]> = {
	'product and authentication': ({ endpoint, place }) => [
		...difference('product', endpoint.product, place.operation['x-product']),
		...difference(
			'authentication',
			[SECURITY[endpoint.authentication]],
			[...(place.operation.security ?? []).flatMap(Object.keys)],
		),
	],
	'method and path': ({ endpoint, place }) => [
		...difference('method', endpoint.method, place.method.toUpperCase()),
		...difference('path', endpoint.path, pathOf(place)),
	],
	'fields of code and text': ({ endpoint, place }) => [
		// Where a code is optional the page need not have one.
		...(endpoint.isCodeOptional
			? []
			: [
					...difference('codeFields', endpoint.codeFields, place.operation['x-success']?.code),
					...difference('textFields', endpoint.textFields, place.operation['x-success']?.text),
				]),
		...(endpoint.payload === undefined
			? []
			: difference('payload', endpoint.payload, place.operation['x-success']?.payload)),
		...difference('file', endpoint.file, place.operation['x-success']?.file),
	],
	'codes of success': ({ endpoint, place, description }) => {
		const { answerCodes = [], isCodeOptional = false } = endpoint;
		if (isCodeOptional) return [];
		const known = codesOf(description, place.operation);
		const { codes = [], alsoSeen = [] } = place.operation['x-success'] ?? {};
		const described = [...codes, ...alsoSeen, ...answerCodes];
		return [
			...difference('successCodes', sorted(endpoint.successCodes), sorted(described)),
			...answerCodes
				.filter((code) => !(code in known))
				.map((code) => `answerCodes: ${code} is not in openapi/`),
		];
	},
	'result codes': codeDifferences,
	limits: (pair) => [
		...Object.entries(pair.endpoint.limits ?? {}).flatMap(([name, limit]) =>
			limitDifferences(pair, name, limit),
		),
		...unknownLimits(pair),
	],
	meanings: meaningDifferences,
	pace: paceDifferences,
	paging: pagingDifferences,
	batch: batchDifferences,
	clock: clockDifferences,
	'the language of its texts': ({ endpoint, place, description }) =>
		difference(
			'takesLocale',
			endpoint.takesLocale === true,
			(place.operation.parameters ?? [])
				.map((one) => resolved(description, one))
				.some((one) => one.in === 'header' && one.name === 'locale'),
		),
	'whether it changes something': ({ endpoint, place }) =>
		difference('write', endpoint.write !== undefined, place.operation['x-write']),
};
