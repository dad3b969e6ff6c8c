/** Source: vendor page cec_07_1033. */
import { behaviour, type TryThis } from '../core/behaviour';
import type { DataMakers } from '../core/data';
import { makeCalledRoutes } from './shared/calledRoutes';

export const data: DataMakers = { calledRoutes: () => makeCalledRoutes() };

export const tryThese: TryThis[] = [
	{ ask: {}, gives: 'the called routes, 120' },
	{ ask: { devicetype: 3 }, gives: 'those that lead to IVR flows' },
	{ ask: { accessCode: '9900000' }, gives: 'one, with extension 00' },
	{ ask: { devicetype: 2 }, code: '1', gives: 'there is no such kind of device' },
];

interface Asked {
	accessCode?: string;
	extCode?: string;
	deviceDesc?: string;
	devicetype?: number;
	mediaTypeId?: number;
	limit: number;
	offset: number;
}

const PAGE = 100;

export default behaviour<Asked>('queryCalledRoute', (asked, { data: { calledRoutes } }) => {
	const { accessCode = '', extCode = '', deviceDesc = '', devicetype, mediaTypeId } = asked;
	const found = calledRoutes.filter(
		(route) =>
			route.accessCode.includes(accessCode) &&
			route.extCode.includes(extCode) &&
			route.deviceDesc.includes(deviceDesc) &&
			(devicetype === undefined || route.devicetype === devicetype) &&
			(mediaTypeId === undefined || route.mediatypeId === mediaTypeId),
	);
	const { offset, limit } = asked;
	const rows = found.slice(offset, offset + Math.min(limit, PAGE));
	return { data: { total: found.length, calledRouteList: rows } };
});
