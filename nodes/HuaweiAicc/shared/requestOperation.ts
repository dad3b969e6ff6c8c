/** The operation that sends a request to any interface of a family. */
import type { IDataObject, IHttpRequestMethods, INodeProperties } from 'n8n-workflow';

import { VDN_PLACEHOLDER } from '../../../aicc/auth/requestUrl';
import { isObject, valueAt, type JsonObject } from '../../../aicc/base/json';
import {
	anyInterface,
	BEGINNINGS,
	familyAt,
	payloadPlace,
	type FamilyName,
} from '../../../aicc/endpoints/anyInterface';
import { ccfsBody } from '../../../aicc/endpoints/ccfs/product';
import type { DescribedEndpoint } from '../../../aicc/endpoints/product';
import { download, nameInPath, type FileEndpoint } from '../../../aicc/patterns/download';
import { readList, type ListEndpoint } from '../../../aicc/patterns/list/list';
import type { RequestValues, SendRequest } from '../../../aicc/patterns/sendRequest';
import { unexpectedShape } from '../../../aicc/protocol/answer';
import type { Inputs } from '../../shared/inputs';
import { withUsableNames } from '../../shared/names';
import { readRequestPath } from '../../shared/readers/requestPath';
import { isChange } from './anyRequest/changes';
import { body, method, query } from './anyRequest/fields';
import { optionsFrom, pagePlacesFrom, type RequestOptions } from './anyRequest/options';
import { readParameters, readRequestBody } from './anyRequest/readers';
import { ItemWithFile } from './itemWithFile';
import type { Operation } from './operation';

/** A request as the user means it. */
interface AskedRequest {
	family: FamilyName;
	endpoint: DescribedEndpoint;
	path: string;
	values: RequestValues;
	/** What the service gets of a body. */
	wrap: (plain: IDataObject | undefined) => IDataObject | undefined;
	options: RequestOptions;
	isWrite: boolean;
}

/** The method, with what is asked for. @throws AiccError */
function askedFrom(inputs: Inputs, placeholders: readonly string[]) {
	const chosen = String(inputs.needed('method', inputs.optionalChoice('method')));
	const path = inputs.needed(
		'path',
		inputs.optional('path', (value) => readRequestPath(value, placeholders)),
	);
	const plainBody = inputs.optional('body', readRequestBody) ?? {};
	const parameters = inputs.optional('query', readParameters) ?? {};
	return { method: chosen as IHttpRequestMethods, path, plainBody, parameters };
}

/** @throws AiccError for a VDN that goes nowhere */
function vdnFrom(inputs: Inputs, path: string): Record<string, string> {
	const vdn = inputs.vdnPath();
	if (vdn.vdnId === undefined || path.includes(VDN_PLACEHOLDER)) return vdn;
	throw inputs.complaint(
		'options.vdnId',
		`goes with ${VDN_PLACEHOLDER} in Path only`,
		'Write it there where the path has the VDN, or remove it.',
	);
}

/** The product of a signed request: nobody else is asked by guess. @throws AiccError */
function signedFamily(inputs: Inputs, path: string, { product }: RequestOptions): FamilyName {
	const family = product ?? familyAt(path);
	if (family !== undefined) return family;
	throw inputs.complaint(
		'path',
		`begins with none of ${BEGINNINGS.join(', ')}`,
		'Check it against the page of the interface; if it is right, say under Options, Product, whose interface it is.',
	);
}

/** @param resource family of the resource; by Product, or by the path, when there is none @throws AiccError */
function requestFrom(inputs: Inputs, resource: FamilyName | undefined): AskedRequest {
	const vdnPlaces = resource === undefined ? [VDN_PLACEHOLDER] : [];
	const placeholders = [...vdnPlaces, ...pagePlacesFrom(inputs)];
	const { method: chosen, path, plainBody, parameters } = askedFrom(inputs, placeholders);
	const options = optionsFrom(inputs, path);
	const family = resource ?? signedFamily(inputs, path, options);
	const isWrite = isChange(inputs, { method: chosen, path, options });
	if (options.list && isWrite) {
		throw inputs.complaint(
			'options.pagination',
			'goes with requests that only look something up',
			'Switch Changes Something off if the interface changes nothing.',
		);
	}
	if (options.wrapBody && family !== 'ccfs') {
		throw inputs.complaint('options.wrapBody', 'goes with CC-FS only', 'Remove it.');
	}
	const isReading = chosen === 'GET';
	const isWrapped = family === 'ccfs' && options.wrapBody !== false;
	const wrap = (plain: IDataObject | undefined) => {
		const isEmpty = Object.keys(plain ?? {}).length === 0;
		if (plain === undefined || (isReading && isEmpty)) return undefined;
		if (isWrapped) return ccfsBody(plain);
		// The API Fabric takes JSON whatever is asked; the others have interfaces without a body.
		return family === 'fabric' || !isEmpty ? plain : undefined;
	};
	// A GET that has a body is asked for its pages there.
	const isInBody = !isReading || Object.keys(plainBody).length > 0;
	const list = options.list && { isInBody, ...options.list };
	const { isFile, codeField, successCodes, hasNoCode } = options;
	const codes = { codeField, successCodes, hasNoCode };
	const shape = { family, method: chosen, path, isWrite, isFile, ...codes, list };
	return {
		family,
		endpoint: anyInterface(shape),
		path,
		values: { path: vdnFrom(inputs, path), query: parameters, body: plainBody },
		wrap,
		options,
		isWrite,
	};
}

/** What becomes the items of an answer; null for none. @throws AiccError when it is not where the user says */
function payloadIn(answer: JsonObject, request: AskedRequest): unknown {
	const { family, endpoint, options, isWrite } = request;
	const { payloadField, hasNoCode } = options;
	if (hasNoCode && Object.keys(answer).length === 0) return null;
	if (payloadField === undefined) {
		const place = hasNoCode ? undefined : payloadPlace(family, answer);
		const payload = place === undefined ? undefined : valueAt(answer, place);
		// What a change says beside nothing may be of use.
		if (payload === null && !isWrite) return null;
		return typeof payload === 'object' && payload !== null ? payload : answer;
	}
	const payload = valueAt(answer, payloadField);
	if (payload === undefined) throw unexpectedShape(endpoint, `no ${payloadField}`);
	return payload;
}

/** @param name of what is neither an object nor a list of them */
function itemsOf(payload: unknown, name: string): IDataObject[] {
	if (payload === null) return [];
	const rows: unknown[] = Array.isArray(payload) ? payload : [payload];
	return rows.map((row) =>
		isObject(row) ? withUsableNames(row) : ({ [name]: row } as IDataObject),
	);
}

/** All rows of an interface that gives them page by page. */
async function rowsOf(request: AskedRequest, ask: SendRequest): Promise<JsonObject[]> {
	const { endpoint, values, wrap, options } = request;
	const { list } = options;
	const asked: SendRequest = async (one, { body: plain, ...others } = {}) => {
		const answer = await ask(one, { ...others, body: wrap(plain) });
		// No rows at a place that is not there are no empty list, unless the answer says so.
		const total = list?.total === undefined ? undefined : valueAt(answer, list.total);
		const place = list?.rows;
		if (place !== undefined && valueAt(answer, place) === undefined && String(total) !== '0') {
			throw unexpectedShape(endpoint, `no ${place}`);
		}
		return answer;
	};
	const { isInBody = false } = endpoint.list ?? {};
	const { path, query: inAddress, body: inBody } = values;
	const listed = isInBody
		? { path, query: inAddress, filters: inBody }
		: { path, body: inBody, filters: inAddress };
	return await readList(asked, endpoint as ListEndpoint, listed, options.wanted);
}

interface Requesting {
	option: Operation['option'];
	/** The one family of the resource; one of those that are signed when there is none. */
	family?: FamilyName;
	path: INodeProperties;
	options: INodeProperties;
}

/** The operation that asks any interface: an item for each row that comes, or a file. */
export function requestOperation({ option, family, path, options }: Requesting): Operation {
	return {
		option,
		fields: [method, path, query, body, options],
		isOfAnyInterface: true,
		async execute(inputs, ask, _sendInBatch, fetchFile) {
			const request = requestFrom(inputs, family);
			const { endpoint, values, wrap, options: chosen, isWrite } = request;
			const sent = { ...values, body: wrap(values.body) };
			if (chosen.isFile) {
				const fileName = nameInPath(request.path);
				const file = await download(fetchFile, endpoint as FileEndpoint, { ...sent, fileName });
				const item = { path: request.path, found: file !== undefined };
				return [file ? new ItemWithFile(item, { [chosen.fileProperty]: file }) : item];
			}
			if (chosen.list) return (await rowsOf(request, ask)).map(withUsableNames);
			const payload = payloadIn(await ask(endpoint, sent), request);
			const name = chosen.payloadField?.split('.').at(-1) ?? 'value';
			const items = itemsOf(payload, name).slice(0, chosen.wanted);
			return isWrite && items.length === 0 ? [{ success: true }] : items;
		},
	};
}
