import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { download, type FileEndpoint } from '../../../aicc/patterns/download';
import type { RequestValues } from '../../../aicc/patterns/sendRequest';
import type { Inputs } from '../../shared/inputs';
import { ItemWithFile } from './itemWithFile';
import type { Operation } from './operation';

export const PROPERTY = 'binaryPropertyName';

/** Where the file goes. */
export const binaryPropertyName: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: PROPERTY,
	type: 'string',
	default: 'data',
	placeholder: 'e.g. data',
	hint: 'The name of the output binary field to put the file in',
	description: 'The name of the output field that the file is put in',
};

/** What is asked for. */
interface Asked {
	/** What the item says of it, beside whether there is a file. */
	item: IDataObject;
	request: RequestValues & { fileName: string };
}

interface Downloading {
	option: Operation['option'];
	endpoint: FileEndpoint;
	/** What says which file is wanted. */
	fields: INodeProperties[];
	options?: INodeProperties;
	/** What the user asks for. @throws AiccError */
	from: (inputs: Inputs) => Asked;
}

/** The operation that downloads a file: an item with it, or one that says that there is none. */
export function downloadOperation({
	option,
	endpoint,
	fields,
	options,
	from,
}: Downloading): Operation {
	return {
		option,
		fields: [...fields, binaryPropertyName, ...(options ? [options] : [])],
		async execute(inputs, _ask, _sendInBatch, fetchFile) {
			const property = inputs.text(PROPERTY);
			const { item, request } = from(inputs);
			const file = await download(fetchFile, endpoint, request);
			if (!file) return [{ ...item, found: false }];
			return [new ItemWithFile({ ...item, found: true }, { [property]: file })];
		},
	};
}
