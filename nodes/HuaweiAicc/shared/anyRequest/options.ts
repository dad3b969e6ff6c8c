/** The options of a request to any interface, read and checked. */
import type { FamilyName } from '../../../../aicc/endpoints/anyInterface';
import type { ListShape } from '../../../../aicc/patterns/list/list';
import type { Paging } from '../../../../aicc/patterns/list/paging';
import type { Inputs } from '../../../shared/inputs';
import { FILE_PROPERTY } from './fields';
import { PAGE_PLACES, PAGINATIONS } from './pageFields';

/** A name of a field or of a parameter. */
const NAME = { isCode: true, allowed: /[\w$-]/, mustBe: 'a name of letters, digits and _' };

/** Names with dots between them. */
const PLACE = {
	isCode: true,
	allowed: /[\w$.-]/,
	mustBe: 'names of letters, digits and _ with dots between them, such as data.list',
};

const CODES = {
	isCode: true,
	allowed: /[\w\-, ]/,
	mustBe: 'result codes with commas between them, such as 0, 0100000',
};

/** The numbers of pages: their names where nothing else is said, and their places in a path. */
const NUMBERS = {
	offset: { page: 'offset', size: 'limit', places: { page: 'offset', size: 'limit' } },
	page: { page: 'pageNum', size: 'pageSize', places: { page: 'page', size: 'size' } },
} as const;

const MAX_PAGE_SIZE = 100;

/** What the options say, each in a form that can be sent. */
export interface RequestOptions {
	product?: FamilyName;
	/** Whether the request may change something; undefined where it goes by the method. */
	changesSomething?: boolean;
	isAgentAllowed: boolean;
	isFile: boolean;
	/** Field that a file goes to. */
	fileProperty: string;
	codeField?: string;
	/** Whether the user says that there is no code. */
	hasNoCode: boolean;
	successCodes?: string[];
	payloadField?: string;
	/** Its `isInBody` is what the user says; undefined where it goes by the request. */
	list?: ListShape;
	/** Rows that are wanted; Infinity for all. */
	wanted: number;
	wrapBody?: boolean;
}

/** @param path of an option that goes with others only @throws AiccError when they are not there */
function mustGoWith(inputs: Inputs, path: string, others: string, value: unknown): void {
	if (value === undefined) return;
	throw inputs.complaint(path, `goes with ${others} only`, 'Set that as well, or remove it.');
}

type Style = keyof typeof NUMBERS;

/** How the answer comes page by page; undefined where it does not. */
function styleFrom(inputs: Inputs): Style | undefined {
	const chosen = inputs.optionalChoice('options.pagination') ?? PAGINATIONS.none;
	return chosen === PAGINATIONS.none ? undefined : (chosen as Style);
}

/** The places that a path may have for the numbers of a page, as `{offset}`. */
export function pagePlacesFrom(inputs: Inputs): string[] {
	const style = styleFrom(inputs);
	return style ? Object.values(NUMBERS[style].places).map((name) => `{${name}}`) : [];
}

/** What numbers of pages are called. @throws AiccError for one that Path has a place for */
function nameFrom(inputs: Inputs, style: Style, number: 'page' | 'size', path: string): string {
	const option = `options.${number}Parameter`;
	const given = inputs.optionalText(option, NAME);
	const place = NUMBERS[style].places[number];
	if (!path.includes(`{${place}}`)) return given ?? NUMBERS[style][number];
	if (given === undefined) return place;
	throw inputs.complaint(option, `is of no use: Path has {${place}}`, 'Remove one of them.');
}

/** How the rows of an interface are read page by page, if they are. @throws AiccError */
function listFrom(
	inputs: Inputs,
	path: string,
	{ payloadField, hasNoCode }: Pick<RequestOptions, 'payloadField' | 'hasNoCode'>,
): ListShape | undefined {
	const style = styleFrom(inputs);
	const pageSize = inputs.optionalNumber('options.pageSize', { min: 1 });
	const total = inputs.optionalText('options.totalField', PLACE);
	const isAsText = inputs.optionalSwitch('options.pageNumbersAsText');
	const numbersIn = inputs.optionalChoice('options.pageParametersIn');
	const firstPage = inputs.optionalNumber('options.firstPage', { min: 0, max: 1 });
	if (style !== PAGINATIONS.page) {
		mustGoWith(inputs, 'options.firstPage', 'Pagination Page and Size', firstPage);
	}
	if (style === undefined) {
		const given = {
			pageParameter: inputs.optionalText('options.pageParameter', NAME),
			sizeParameter: inputs.optionalText('options.sizeParameter', NAME),
			pageSize,
			totalField: total,
			pageNumbersAsText: isAsText,
			pageParametersIn: numbersIn,
		};
		for (const [name, value] of Object.entries(given)) {
			mustGoWith(inputs, `options.${name}`, 'Pagination', value);
		}
		return undefined;
	}
	if (payloadField === undefined && !hasNoCode) {
		throw inputs.complaint(
			'options.pagination',
			'goes with Payload Field only',
			'Say there where the answer has the rows, such as data.list.',
		);
	}
	const page = nameFrom(inputs, style, 'page', path);
	const size = nameFrom(inputs, style, 'size', path);
	const numbers = { max: pageSize ?? MAX_PAGE_SIZE, asText: isAsText ?? false };
	const paging: Paging =
		style === PAGINATIONS.page
			? { style, page, size, from: firstPage === 0 ? 0 : 1, ...numbers }
			: { style, offset: page, limit: size, ...numbers };
	return {
		title: 'rows',
		rows: payloadField,
		total,
		page: paging,
		isSizeUnknown: true,
		...(numbersIn !== undefined && { isInBody: numbersIn === PAGE_PLACES.body }),
		textFields: [],
	};
}

/** @throws AiccError for an option that is not usable, or does not go with the others */
export function optionsFrom(inputs: Inputs, path: string): RequestOptions {
	const codes = inputs.optionalText('options.successCodes', CODES);
	const payloadField = inputs.optionalText('options.payloadField', PLACE);
	const fileProperty = inputs.optionalText(FILE_PROPERTY);
	const hasNoCode = inputs.isOn('options.hasNoCode');
	const options: RequestOptions = {
		product: inputs.optionalChoice('options.product') as FamilyName | undefined,
		changesSomething: inputs.optionalSwitch('options.changesSomething'),
		isAgentAllowed: inputs.isOn('options.allowAgentWrites'),
		isFile: inputs.optionalChoice('options.response') === 'file',
		fileProperty: fileProperty ?? 'data',
		codeField: inputs.optionalText('options.codeField', PLACE),
		hasNoCode,
		successCodes: codes?.split(/[, ]+/).filter(Boolean),
		payloadField,
		list: listFrom(inputs, path, { payloadField, hasNoCode }),
		wanted: inputs.optionalNumber('options.limit', { min: 1 }) ?? Infinity,
		wrapBody: inputs.optionalSwitch('options.wrapBody'),
	};
	if (options.successCodes?.length === 0) {
		throw inputs.complaint('options.successCodes', 'is empty', 'Enter codes, or remove it.');
	}
	if (hasNoCode) {
		const ofCodes = { codeField: options.codeField, successCodes: codes };
		for (const [name, value] of Object.entries(ofCodes)) {
			mustGoWith(inputs, `options.${name}`, 'Has No Code off', value);
		}
	}
	if (!options.isFile) mustGoWith(inputs, FILE_PROPERTY, 'Response File', fileProperty);
	if (options.isFile) {
		mustGoWith(inputs, 'options.payloadField', 'Response JSON', payloadField);
		const limit = options.wanted === Infinity ? undefined : options.wanted;
		mustGoWith(inputs, 'options.limit', 'Response JSON', limit);
	}
	return options;
}
