import { createVoiceNotificationV2 } from '../../../../aicc/endpoints/fabric/createVoiceNotificationV2';
import { numberOptions } from '../../../shared/descriptions';
import { LINE_NUMBER } from '../../../shared/readers/phoneNumber';
import { madeCallItem } from '../../shared/callFields';
import { additionalFieldCollection, calledNumber } from '../../shared/descriptions';
import type { Operation } from '../../shared/operation';
import { notificationFields, notificationValues } from './notification';
import { piecesOf, playList } from './playList';

const { playTimes } = createVoiceNotificationV2.limits;

/** @zh 发送播放列表 */
export const sendPlayList: Operation = {
	option: {
		name: 'Send Play List',
		value: 'sendPlayList',
		action: 'Send play list as voice notification',
		description: 'Call a number, and play recordings, files and text templates',
	},
	fields: [
		calledNumber,
		playList,
		additionalFieldCollection([
			...notificationFields.slice(0, 2),
			{
				displayName: 'Play Times',
				name: 'playTimes',
				type: 'number',
				typeOptions: { minValue: playTimes.min, maxValue: playTimes.max, numberPrecision: 0 },
				default: 1,
				description: 'How often the list is played, from 1 to 5',
			},
			...notificationFields.slice(2),
		]),
		numberOptions,
	],
	async execute(inputs, ask) {
		const { number: called, ...asked } = inputs.phoneNumber('calledNumber', LINE_NUMBER);
		const body = {
			called,
			playList: piecesOf(inputs),
			playTimes: inputs.optionalNumber('additionalFields.playTimes', playTimes),
			// The page of this version does not ask for Base64.
			...notificationValues(inputs),
		};
		const answer = await ask(createVoiceNotificationV2, { body });
		return [madeCallItem(answer, createVoiceNotificationV2, { calledNumber: called, ...asked })];
	},
};
