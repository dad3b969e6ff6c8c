import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

/** The data of an output item that has a file beside it. */
export class ItemWithFile {
	/** @param binary the file, by the name of the field that it is put in */
	constructor(
		readonly json: IDataObject,
		readonly binary: IBinaryKeyData,
	) {}
}
