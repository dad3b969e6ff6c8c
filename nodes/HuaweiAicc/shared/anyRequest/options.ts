/** The options of a request to any interface, read and checked. */
import type { FamilyName } from '../../../../aicc/endpoints/anyInterface';
import type { ListShape } from '../../../../aicc/patterns/list/list';
import type { Paging } from '../../../../aicc/patterns/list/paging';
import type { Inputs } from '../../../shared/inputs';
import { FILE_PROPERTY, PAGINATIONS } from './fields';

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

/** Names and rows of pages where nothing else is said. */
const PARAMETERS = {
	offset: { page: 'offset', size: 'limit' },
	page: { page: 'pageNum', size: 'pageSize' },
} as const;

const MAX_PAGE_SIZE = 100;

/** A list whose rows are where the user says. */
type PlacedList = ListShape & { rows: string };

export interface RequestOptions {
	product?: FamilyName;
	/** Whether the request may change something; undefined where it goes by the method. */
	changesSomething?: boolean;
	isAgentAllowed: boolean;
	isFile: boolean;
	/** Field that a file goes to. */
	fileProperty: string;
	codeField?: string;
	successCodes?: string[];
	payloadField?: string;
	list?: PlacedList;
	/** Rows that are wanted; Infinity for all. */
	wanted: number;
	wrapBody?: boolean;
}

/** @param path of an option that goes with others only @throws AiccError when they are not there */
function mustGoWith(inputs: Inputs, path: string, others: string, value: unknown): void {
	if (value === undefined) return;
	throw inputs.complaint(path, `goes with ${others} only`, 'Set that as well, or remove it.');
}

/** How the rows of an interface are read page by page, if they are. @throws AiccError */
function listFrom(inputs: Inputs, payloadField: string | undefined): PlacedList | undefined {
	const style = inputs.optionalChoice('options.pagination') ?? PAGINATIONS.none;
	const given = {
		pageParameter: inputs.optionalText('options.pageParameter', NAME),
		sizeParameter: inputs.optionalText('options.sizeParameter', NAME),
		pageSize: inputs.optionalNumber('options.pageSize', { min: 1 }),
		totalField: inputs.optionalText('options.totalField', PLACE),
		pageNumbersAsText: inputs.optionalSwitch('options.pageNumbersAsText'),
	};
	const firstPage = inputs.optionalNumber('options.firstPage', { min: 0, max: 1 });
	if (style !== PAGINATIONS.page) {
		mustGoWith(inputs, 'options.firstPage', 'Pagination Page and Size', firstPage);
	}
	if (style === PAGINATIONS.none) {
		for (const [name, value] of Object.entries(given)) {
			mustGoWith(inputs, `options.${name}`, 'Pagination', value);
		}
		return undefined;
	}
	if (payloadField === undefined) {
		throw inputs.complaint(
			'options.pagination',
			'goes with Payload Field only',
			'Say there where the answer has the rows, such as data.list.',
		);
	}
	const max = given.pageSize ?? MAX_PAGE_SIZE;
	const asText = given.pageNumbersAsText ?? false;
	const names = style === PAGINATIONS.page ? PARAMETERS.page : PARAMETERS.offset;
	const page = given.pageParameter ?? names.page;
	const size = given.sizeParameter ?? names.size;
	const paging: Paging =
		style === PAGINATIONS.page
			? { style, page, size, from: firstPage === 0 ? 0 : 1, max, asText }
			: { style: 'offset', offset: page, limit: size, max, asText };
	return {
		title: 'rows',
		rows: payloadField,
		total: given.totalField,
		page: paging,
		textFields: [],
	};
}

/** @throws AiccError for an option that is not usable, or does not go with the others */
export function optionsFrom(inputs: Inputs): RequestOptions {
	const codes = inputs.optionalText('options.successCodes', CODES);
	const payloadField = inputs.optionalText('options.payloadField', PLACE);
	const fileProperty = inputs.optionalText(FILE_PROPERTY);
	const options: RequestOptions = {
		product: inputs.optionalChoice('options.product') as FamilyName | undefined,
		changesSomething: inputs.optionalSwitch('options.changesSomething'),
		isAgentAllowed: inputs.isOn('options.allowAgentWrites'),
		isFile: inputs.optionalChoice('options.response') === 'file',
		fileProperty: fileProperty ?? 'data',
		codeField: inputs.optionalText('options.codeField', PLACE),
		successCodes: codes?.split(/[, ]+/).filter(Boolean),
		payloadField,
		list: listFrom(inputs, payloadField),
		wanted: inputs.optionalNumber('options.limit', { min: 1 }) ?? Infinity,
		wrapBody: inputs.optionalSwitch('options.wrapBody'),
	};
	if (options.successCodes?.length === 0) {
		throw inputs.complaint('options.successCodes', 'is empty', 'Enter codes, or remove it.');
	}
	if (!options.isFile) mustGoWith(inputs, FILE_PROPERTY, 'Response File', fileProperty);
	if (options.isFile) {
		mustGoWith(inputs, 'options.payloadField', 'Response JSON', payloadField);
		const limit = options.wanted === Infinity ? undefined : options.wanted;
		mustGoWith(inputs, 'options.limit', 'Response JSON', limit);
	}
	return options;
}
