/** Indicators of some IDs, and how they come out. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isObject, type JsonObject } from '../../../../aicc/base/json';
import { toRealTime, type Clock } from '../../../../aicc/base/time';
import { indicatorsOf } from '../../../../aicc/endpoints/cms/shared/indicators';
import { numberOf } from '../../../../aicc/endpoints/cms/shared/oneForm';
import type { DescribedEndpoint, Meanings } from '../../../../aicc/endpoints/product';
import type { BatchEndpoint } from '../../../../aicc/patterns/batch/batchSpec';
import type { Inputs } from '../../../shared/inputs';
import { nameIn } from '../../../shared/names';
import type { SendInBatch } from '../operation';
import { itemsByIds } from './askByIds';

/** Which indicators are wanted, and of what. */
export interface IndicatorQuery {
	endpoint: BatchEndpoint<number> & Pick<DescribedEndpoint, 'limits'>;
	ids: readonly number[];
	indexIds: readonly string[];
	/** What else the request has. */
	body: IDataObject;
}

/** A list in parts of a size. */
export function partsOf<T>(list: readonly T[], size = Infinity): T[][] {
	if (list.length <= size) return [[...list]];
	return [list.slice(0, size), ...partsOf(list.slice(size), size)];
}

/** Items of the indicators of some IDs. @param toItems see `itemsByIds` */
export async function readIndicators(
	{ endpoint, ids, indexIds, body }: IndicatorQuery,
	sendInBatch: SendInBatch,
	toItems: (rows: JsonObject[]) => IDataObject[],
): Promise<IDataObject[]> {
	// More indicators than one request takes are several questions.
	const specs = partsOf(indexIds, endpoint.limits?.indexIds?.maxItems).map((part) => ({
		title: 'Indicators',
		endpoint,
		path: {},
		shared: { ...body, indexIds: part },
	}));
	return await itemsByIds({ specs, ids, idField: 'id', toItems }, sendInBatch);
}

/** The values of the indicators of an ID by their names; null for one that was asked for only. */
function valuesIn(rows: JsonObject[], indexIds: readonly string[]): Map<string, unknown> {
	const missing = indexIds.map((name): [string, unknown] => [name, null]);
	return new Map([...missing, ...rows.flatMap((row) => [...indicatorsOf(row)])]);
}

/** What the rows of an ID have besides their indicators. */
function ownFields([row = {}]: JsonObject[]): JsonObject {
	return Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'idxs'));
}

/**
 * One item with a column for each indicator; null for one that was asked for and did not come.
 *
 * @param read what is made of a value
 */
export function asColumns(
	indexIds: readonly string[],
	read: (value: unknown) => unknown = (value) => value,
) {
	return (rows: JsonObject[]): IDataObject[] => {
		const columns = [...valuesIn(rows, indexIds)].map(([name, value]) => [name, read(value)]);
		return [{ ...ownFields(rows), ...Object.fromEntries(columns) } as IDataObject];
	};
}

/** A value at a time; a time of null for one that is about the whole span. */
type Timed = [time: string | null, value: unknown];

const NO_VALUE: Timed = [null, null];

/** A value by its times, in their order: as ISO text in the tenant's time zone. */
function timesOf(value: unknown, clock: Clock, zone: string): Timed[] {
	if (!isObject(value)) return [[null, value]];
	return Object.entries(value)
		.map(([time, own]): Timed => [toRealTime(time.trim(), clock, zone) ?? time, numberOf(own)])
		.sort(([one], [other]) => Date.parse(String(one)) - Date.parse(String(other)));
}

export const output: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [
		{
			name: 'One Item for Each ID',
			value: 'ids',
			description: 'A column for each indicator, which holds its values by their times',
		},
		{
			name: 'One Item for Each Indicator and Time',
			value: 'times',
			description: 'The ID, the indicator, the time and the value, as tables and charts take them',
		},
	],
	default: 'times',
	description: 'What one item is about',
};

/** How the past of an ID comes out, as `output` is chosen. @param names words for the indicators */
export function pastItems(
	inputs: Inputs,
	{ indexIds, clock }: { indexIds: readonly string[]; clock: Clock },
	names: Meanings,
): (rows: JsonObject[]) => IDataObject[] {
	const { zone } = inputs;
	if (inputs.needed('output', inputs.optionalChoice('output')) === 'ids') {
		return asColumns(indexIds, (value) =>
			isObject(value) ? Object.fromEntries(timesOf(value, clock, zone)) : value,
		);
	}
	return (rows) =>
		[...valuesIn(rows, indexIds)].flatMap(([indicator, value]) => {
			const timed = timesOf(value, clock, zone);
			// An ID without any values must not go without a word: the workflow would stop there.
			return (timed.length > 0 ? timed : [NO_VALUE]).map(
				([time, own]) =>
					({
						...ownFields(rows),
						indicator,
						indicatorName: nameIn(names, indicator),
						time,
						value: own,
					}) as IDataObject,
			);
		});
}
