/** External results: how outcomes of outbound calls are shown. */
import type { Body } from './checks';
import type { ExternalResult } from './data';
import { CODES, pageOf, parameterError, Refused, success } from './isalesAnswer';
import { jsonFields, listField, needed, textField } from './outbound/fields';
import type { Platform, RecordedRequest } from './platform';
import type { Answer } from './service';
import { CAMPAIGNS, type AddSignedRoute } from './signedRoutes';

/** "Shorter than 8 characters." Source: vendor page 0798. */
const MAX_RESULT_CODE = 7;

const FIRST_NEW_ID = 1_502_245_659;

/** Source: vendor page 0801. */
function externalResults({ data }: Platform, request: RecordedRequest): Answer {
	const rows = pageOf(data.externalResults, request.query);
	return success('queryOBSResults', {
		data: rows.map(({ displayResult, resultCode, defId }) => ({
			displayResult,
			resultCode,
			defId,
		})),
		totalCount: data.externalResults.length,
	});
}

function known({ data }: Platform, defId: string): ExternalResult {
	const found = data.externalResults.find((result) => result.defId === defId);
	if (found) return found;
	throw new Refused(CODES.parameter, `The external result ${defId} does not exist`);
}

/** The sample has the VDN ID as a number in the result and as text in its mappings. */
function externalResult(platform: Platform, defId: string): Answer {
	const { vdnId } = platform.options.account;
	const { failCodes, ...result } = known(platform, defId);
	return success('queryObsResultDetail', {
		obResult: {
			...result,
			vdnId,
			resultMapList: failCodes.map((failCode, index) => ({
				mapId: String(1_059_886_898 + index),
				defId,
				failCode,
				vdnId: String(vdnId),
			})),
		},
	});
}

/** OBS codes of a body: some of those that queryOBSResultCode lists. Source: vendor page 0799. */
function obsCodesOf({ data }: Platform, body: Body): string[] {
	const codes = needed('obsCodes', listField(body, 'obsCodes', Infinity));
	const isKnown = (code: string) => data.obsResultCodes.some(({ obsCode }) => obsCode === code);
	const stranger = codes.find((code) => !isKnown(code));
	if (stranger === undefined) return codes;
	throw new Refused(CODES.wrongValue, `The OBS code ${stranger} does not exist`);
}

/** A result code for whoever gives none: the next number. */
function nextResultCode({ data }: Platform): string {
	const numbers = data.externalResults.map(({ resultCode }) => Number(resultCode) || 0);
	return String(Math.max(0, ...numbers) + 1).padStart(3, '0');
}

/** Source: vendor page 0798. */
function createExternalResult(platform: Platform, request: RecordedRequest): Answer {
	const body = jsonFields(request.body, ['resultCode', 'displayResult', 'obsCodes']);
	const result = {
		displayResult: needed('displayResult', textField(body, 'displayResult')),
		resultCode: textField(body, 'resultCode', { max: MAX_RESULT_CODE }) || nextResultCode(platform),
		failCodes: obsCodesOf(platform, body),
	};
	const defId = String(FIRST_NEW_ID + platform.nextSerial());
	platform.data.externalResults.push({ defId, ...result });
	return success('createObResult', { defId });
}

/** Source: vendor page 0799. */
function updateExternalResult(platform: Platform, request: RecordedRequest): Answer {
	const body = jsonFields(request.body, ['defId', 'displayResult', 'obsCodes']);
	const result = known(platform, needed('defId', textField(body, 'defId')));
	const displayResult = needed('displayResult', textField(body, 'displayResult'));
	Object.assign(result, { displayResult, failCodes: obsCodesOf(platform, body) });
	return success('updateObResult');
}

/** Source: vendor page 0800. */
function deleteExternalResult({ data }: Platform, defId: string): Answer {
	const index = data.externalResults.findIndex((result) => result.defId === defId);
	if (index < 0) return parameterError(`The external result ${defId} does not exist`);
	data.externalResults.splice(index, 1);
	return success('deleteObsResult');
}

export function addExternalResultRoutes(add: AddSignedRoute, platform: Platform): void {
	add('GET', `${CAMPAIGNS}/queryOBSResults`, 'externalResults', (request) =>
		externalResults(platform, request),
	);
	add(
		'GET',
		`${CAMPAIGNS}/:defId/queryObsResultDetail`,
		'externalResult',
		(_request, { defId = '' }) => externalResult(platform, defId),
	);
	add('POST', `${CAMPAIGNS}/createObResult`, 'createExternalResult', (request) =>
		createExternalResult(platform, request),
	);
	add('POST', `${CAMPAIGNS}/updateObResult`, 'updateExternalResult', (request) =>
		updateExternalResult(platform, request),
	);
	add(
		'DELETE',
		`${CAMPAIGNS}/:defId/deleteObsResult`,
		'deleteExternalResult',
		(_request, { defId = '' }) => deleteExternalResult(platform, defId),
	);
}
