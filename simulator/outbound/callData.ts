/** Looks at the call data of a campaign, and deletes what is not called yet. */
import { CODES, isalesAnswer, parameterError, Refused, success } from '../isalesAnswer';
import type { Platform, RecordedRequest } from '../platform';
import type { Answer } from '../service';
import { RUNNING, type CallDataRecord, type Campaign, type NewCallData } from './data';
import { choiceField, intField, jsonFields, NUMBER_RULE, textField, timeField } from './fields';

/** Fields of a record beside its number; their names are made up. */
const PROPERTIES: Array<[code: keyof NewCallData, name: string]> = [
	['sessionId', 'Session ID'],
	['caller', 'Calling number'],
	['customField', 'Custom field'],
	['recycleTime', 'Recycle time'],
	['callData', 'Call data'],
];

/** Source: vendor page 0764. */
export function callData({ data }: Platform, { id }: Campaign, dataId: string): Answer {
	const record = data.callData[id]?.find((entry) => entry.dataId === dataId);
	if (!record) return parameterError(`The call data ${dataId} does not exist`);
	return success('query callData', {
		data: {
			dataId,
			properties: PROPERTIES.filter(([code]) => record[code] !== undefined).map(
				([propCode, propName]) => ({ propCode, propName, propValue: record[propCode] }),
			),
			calledNos: [{ calledNo: record.called, type: '' }],
		},
	});
}

const ON_OR_BEFORE_DAY = '1';
const ON_DAY = '2';
const EQUAL = '3';

type Filter = (record: CallDataRecord) => boolean;

const dayIn = (time: string) => time.slice(0, 10);

function recycleFilter(wanted: string, type: string): Filter {
	return ({ recycleTime }) => {
		if (recycleTime === undefined) return false;
		if (type === ON_OR_BEFORE_DAY) return dayIn(recycleTime) <= dayIn(wanted);
		if (type === ON_DAY) return dayIn(recycleTime) === dayIn(wanted);
		return recycleTime === wanted;
	};
}

/**
 * The records that the criteria of a deletion mean. Each criterion is optional: without any of them
 * it is all records.
 *
 * Source: vendor page 0761.
 */
function readCriteria(request: RecordedRequest): { isMeant: Filter; isArchived: boolean } {
	const fields = jsonFields(request.body, [
		'sessionId',
		'called',
		'customField',
		'recycleTime',
		'recycleType',
		'archiveHistory',
	]);
	const sessionId = textField(fields, 'sessionId', { max: 32 });
	const called = textField(fields, 'called', NUMBER_RULE);
	const customField = textField(fields, 'customField', { max: 200 });
	const recycleTime = timeField(fields, 'recycleTime');
	const recycleType = choiceField(fields, 'recycleType', [ON_OR_BEFORE_DAY, ON_DAY, EQUAL]);
	const archiveHistory = intField(fields, 'archiveHistory', { oneOf: [0, 1] });
	if (recycleType !== undefined && recycleTime === undefined) {
		throw new Refused(CODES.badCombination, 'recycleType without recycleTime');
	}
	const isRecycled = recycleTime && recycleFilter(recycleTime, recycleType ?? EQUAL);
	return {
		isMeant: (record) =>
			(!sessionId || record.sessionId === sessionId) &&
			(!called || record.called === called) &&
			(!customField || record.customField === customField) &&
			(!isRecycled || isRecycled(record)),
		isArchived: archiveHistory === 1,
	};
}

export function deleteCallData(
	{ data }: Platform,
	{ id, status }: Campaign,
	request: RecordedRequest,
): Answer {
	const { isMeant, isArchived } = readCriteria(request);
	if (status === RUNNING) return isalesAnswer(CODES.wrongState, 'The campaign is running');
	const book = data.callData[id] ?? [];
	const meant = book.filter(isMeant);
	const deleted = new Set(meant.filter(({ isCalled }) => !isCalled));
	if (meant.length > 0 && deleted.size === 0) {
		return parameterError('The call data has been called already');
	}
	data.callData[id] = book.filter((record) => !deleted.has(record));
	if (isArchived) (data.callDataHistory[id] ??= []).push(...deleted);
	return success('delete callData');
}
