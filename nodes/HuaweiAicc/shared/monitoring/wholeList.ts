import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { rowsFrom } from '../../../../aicc/endpoints/cms/shared/rows';
import type { DescribedEndpoint } from '../../../../aicc/endpoints/product';
import { cmsTenant } from '../../../shared/cmsTenant';
import { cmsOptions, returnAllAndLimit } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { withNames } from '../../../shared/names';
import type { Operation } from '../operation';

interface WholeList {
	option: Operation['option'];
	endpoint: DescribedEndpoint;
	/** Fields of the operation's own, and what the service is asked with them. */
	own?: { fields: INodeProperties[]; from: (inputs: Inputs) => IDataObject };
	/** Fields of a row that are text whatever the service writes, and those that are numbers. */
	texts?: readonly string[];
	numbers?: readonly string[];
}

/** The operation that gets the rows of a list that CC-CMS gives in one piece, an item each. */
export function wholeListOperation({
	option,
	endpoint,
	own,
	texts,
	numbers,
}: WholeList): Operation {
	return {
		option,
		fields: [...(own?.fields ?? []), ...returnAllAndLimit, cmsOptions],
		async execute(inputs, ask) {
			const wanted = inputs.wanted();
			const body = { ...cmsTenant(inputs), ...own?.from(inputs) };
			const rows = rowsFrom(await ask(endpoint, { body }), endpoint, { texts, numbers });
			return rows.slice(0, wanted).map((row) => withNames(row, endpoint.meanings ?? {}));
		},
	};
}
