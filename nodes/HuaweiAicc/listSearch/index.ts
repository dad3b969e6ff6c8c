/** The drop-downs of the node. Each is a method under its name, which the fields refer to. */
export { searchVdnSkills } from '../../shared/cmsLists';
export {
	searchAccessCodes,
	searchAgents,
	searchCalledRoutes,
	searchDevices,
	searchDnids,
	searchSoftphones,
	searchVoiceRecordings,
	searchVoiceTexts,
	searchWorkNos,
} from './fabric';
export { searchAppointments, searchExternalResults } from './isales';
export { searchCampaigns } from '../../shared/searchCampaigns';
