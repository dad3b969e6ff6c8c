import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { rowsWherever } from '../../../../aicc/endpoints/cms/shared/rows';
import type { DescribedEndpoint } from '../../../../aicc/endpoints/product';
import { cmsTenant } from '../../../shared/cmsTenant';
import { cmsOptions } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import type { Operation } from '../operation';
import { partsOf } from './indicators';

interface OfManyIds {
	option: Operation['option'];
	endpoint: DescribedEndpoint;
	/** The field with the IDs, called as the parameter, and what is read out of it. */
	idField: INodeProperties;
	idsFrom: (inputs: Inputs) => number[];
	/** IDs in a request. */
	size: number;
}

/**
 * The operation that asks for many IDs at once, of an interface whose answers have fields that no page
 * shows: the rows come out as they came, and which is about which ID is for them to say.
 */
export function ofManyIdsOperation({
	option,
	endpoint,
	idField,
	idsFrom,
	size,
}: OfManyIds): Operation {
	return {
		option,
		fields: [idField, cmsOptions],
		async execute(inputs, ask) {
			const tenant = cmsTenant(inputs);
			const answers = await Promise.all(
				partsOf(idsFrom(inputs), size).map(
					async (part) => await ask(endpoint, { body: { ...tenant, [idField.name]: part } }),
				),
			);
			return answers.flatMap((answer) => rowsWherever(answer, endpoint)) as IDataObject[];
		},
	};
}
