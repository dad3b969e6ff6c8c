/** Source: vendor page cec_07_1032. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { deviceOf, isFree, KNOWN_ROUTES, type DeviceAsked } from './shared/calledRoutes';
import { FAILURE } from './shared/codes';

export const tryThese: TryThis[] = [
	{
		ask: { id: KNOWN_ROUTES.toSkill.id, devicetype: 3, deviceId: 702 },
		gives: 'the first route leads to an IVR flow',
	},
	{
		ask: { id: KNOWN_ROUTES.toSkill.dnid, devicetype: 1, deviceId: 10 },
		code: FAILURE,
		gives: 'this is the dnid of a route, not its id',
	},
];

export default behaviour<DeviceAsked & { id: string }>('modifyCalledRoute', (asked, platform) => {
	const route = platform.data.calledRoutes.find(({ id }) => id === asked.id);
	if (!route) return refuse(FAILURE, `There is no route ${asked.id}`);
	if (!isFree(route)) refuse(FAILURE, `The route ${asked.id} cannot be changed`);
	Object.assign(route, deviceOf(platform, asked));
	return {};
});
