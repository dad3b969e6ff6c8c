import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { VDN_PLACEHOLDER } from '../../../aicc/auth/requestUrl';
import type { JsonObject } from '../../../aicc/base/json';
import type { DescribedEndpoint } from '../../../aicc/endpoints/product';
import { readList, type ListEndpoint } from '../../../aicc/patterns/list/list';
import { returnAllAndLimit, vdnOptions } from '../../shared/descriptions';
import type { Inputs } from '../../shared/inputs';
import { withNames } from '../../shared/names';
import { filterCollection } from './descriptions';
import type { Operation } from './operation';

interface Listing {
	option: Operation['option'];
	endpoint: ListEndpoint & Pick<DescribedEndpoint, 'meanings'>;
	/** What the user can narrow the list by, and how the service takes that. */
	filters?: { fields: INodeProperties[]; from: (inputs: Inputs) => IDataObject };
	/** A row as the node gives it out; with the words for its codes when there is none. */
	toItem?: (row: JsonObject, inputs: Inputs) => IDataObject;
}

/** The operation that gets the rows of a list, an item each. */
export function listOperation({ option, endpoint, filters, toItem }: Listing): Operation {
	return {
		option,
		fields: [
			...returnAllAndLimit,
			...(filters ? [filterCollection(filters.fields)] : []),
			...(endpoint.path.includes(VDN_PLACEHOLDER) ? [vdnOptions] : []),
		],
		async execute(inputs, ask) {
			const query = { path: inputs.vdnPath(), filters: filters?.from(inputs) };
			const rows = await readList(ask, endpoint, query, inputs.wanted());
			return rows.map((row) => toItem?.(row, inputs) ?? withNames(row, endpoint.meanings ?? {}));
		},
	};
}
