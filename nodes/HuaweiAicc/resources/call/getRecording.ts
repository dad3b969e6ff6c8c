import { asText, valueAt, type JsonObject } from '../../../../aicc/base/json';
import { getRecordingAddress } from '../../../../aicc/endpoints/fabric/getRecordingAddress';
import { unexpectedShape } from '../../../../aicc/protocol/answer';
import { CALL_SERIAL_NO, callSerialNo } from '../../shared/descriptions';
import { binaryPropertyName, PROPERTY } from '../../shared/downloadOperation';
import { ItemWithFile } from '../../shared/itemWithFile';
import type { Operation } from '../../shared/operation';

/** The address in an answer. @throws AiccError when there is none */
function addressIn(answer: JsonObject): string {
	const address = asText(valueAt(answer, getRecordingAddress.payload))?.trim() ?? '';
	if (!/^https?:/i.test(address) || !URL.canParse(address)) {
		throw unexpectedShape(getRecordingAddress, 'no address of a recording');
	}
	return address;
}

/** @zh 获取录音 */
export const getRecording: Operation = {
	option: {
		name: 'Get Recording',
		value: 'getRecording',
		action: 'Get recording of call',
		description: 'Get the recording of a call as a file, or the address of it',
	},
	fields: [
		callSerialNo,
		{
			displayName: 'Download',
			name: 'download',
			type: 'boolean',
			default: true,
			description:
				'Whether to fetch the file. If not, only its address is given, which is valid for five minutes: whoever has it can fetch the file.',
		},
		{ ...binaryPropertyName, displayOptions: { show: { download: [true] } } },
	],
	async execute(inputs, ask, _sendInBatch, _fetchFile, fetchStored) {
		const body = { callSerialNo: inputs.text('callSerialNo', CALL_SERIAL_NO) };
		const askForAddress = async () => addressIn(await ask(getRecordingAddress, { body }));
		if (!inputs.isOn('download')) return [{ ...body, url: await askForAddress() }];
		const property = inputs.text(PROPERTY);
		const file = await fetchStored({
			title: 'download the recording',
			askForAddress,
			fileName: body.callSerialNo,
		});
		return [new ItemWithFile(body, { [property]: file })];
	},
};
