import { queryVoiceNotificationRecording } from '../../../../aicc/endpoints/fabric/queryVoiceNotificationRecording';
import { choicesOf } from '../../../shared/names';
import { listOperation } from '../../shared/listOperation';

const { type } = queryVoiceNotificationRecording.meanings;

/** @zh 查询录音列表 */
export const getRecordings = listOperation({
	option: {
		name: 'Get Many Recordings',
		value: 'getRecordings',
		action: 'Get many recordings for voice notifications',
		description: 'List the approved recordings and texts that voice notifications can play',
	},
	endpoint: queryVoiceNotificationRecording,
	filters: {
		fields: [
			{
				displayName: 'Type',
				name: 'type',
				type: 'options',
				options: choicesOf(Object.keys(type).map(Number), type),
				default: 0,
				description: 'Recordings of this kind only',
			},
		],
		from: (inputs) => ({ type: inputs.optionalChoice('filters.type') }),
	},
});
