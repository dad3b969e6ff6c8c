import type { INodeProperties } from 'n8n-workflow';

import { rowsWherever } from '../../../../aicc/endpoints/cms/shared/rows';
import { meaningsOfUnseen } from '../../../../aicc/endpoints/cms/shared/unseenRow';
import type { DescribedEndpoint } from '../../../../aicc/endpoints/product';
import { askApart } from '../../../../aicc/patterns/batch/askApart';
import { cmsTenant } from '../../../shared/cmsTenant';
import { cmsOptions } from '../../../shared/descriptions';
import type { Inputs } from '../../../shared/inputs';
import { withNames } from '../../../shared/names';
import type { Operation } from '../operation';
import { missing, throwIfNoneIsLeft } from './askByIds';
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
 * shows: which row is about which ID is for the rows to say. IDs that the service refuses come out
 * behind them.
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
			const ids = idsFrom(inputs);
			const send = async (some: number[]) =>
				await ask(endpoint, { body: { ...tenant, [idField.name]: some } });
			const asked = await Promise.all(
				partsOf(ids, size).map(async (part) => await askApart(endpoint, part, send)),
			);
			const failures = asked.flatMap((part) => part.failures);
			throwIfNoneIsLeft(
				failures.map(({ failure }) => failure),
				ids.length,
			);
			const rows = asked.flatMap(({ answers }) =>
				answers.flatMap((answer) => rowsWherever(answer, endpoint)),
			);
			return [
				...rows.map((row) => withNames(row, meaningsOfUnseen(row))),
				...failures.map(({ id, failure }) => missing('id', id, failure)),
			];
		},
	};
}
