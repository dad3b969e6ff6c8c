/** Source: vendor page cec_07_1030. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { deviceOf, IVR, routeIds, type DeviceAsked } from './shared/calledRoutes';
import { FAILURE } from './shared/codes';

export const tryThese: TryThis[] = [
	{
		ask: { accessCode: '00104729', devicetype: 1, deviceId: 10 },
		gives: 'a route from an access code to a skill queue',
	},
	{
		ask: { accessCode: '9900000', extCode: '00', devicetype: 1, deviceId: 10 },
		code: FAILURE,
		gives: 'there is such a route already',
	},
	{
		ask: { accessCode: '00104729', devicetype: 3, deviceId: 10 },
		code: FAILURE,
		gives: 'there is no IVR flow 10',
	},
];

interface Asked extends DeviceAsked {
	accessCode: string;
	extCode?: string;
	mediaTypeId: number | string;
}

const MULTIMEDIA = 53;

/** IDs of new routes begin here. */
const NEW = 1_000_000;

export default behaviour<Asked>('createCalledRoute', (asked, platform) => {
	const { accessCode, extCode = '' } = asked;
	const { calledRoutes } = platform.data;
	const device = deviceOf(platform, asked);
	const mediatypeId = Number(asked.mediaTypeId);
	if (mediatypeId === MULTIMEDIA && device.devicetype === IVR) {
		refuse(FAILURE, 'A multimedia route cannot lead to an IVR flow');
	}
	const isThere = calledRoutes.some(
		(route) => route.accessCode === accessCode && route.extCode === extCode,
	);
	if (isThere) refuse(FAILURE, `There is a route of ${accessCode}${extCode} already`);
	const ids = routeIds(NEW + platform.nextSerial());
	calledRoutes.push({ ...ids, accessCode, extCode, ...device, mediatypeId, editable: '0' });
	return {};
});
