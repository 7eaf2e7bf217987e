/** Where a cell belongs: the experiment, the runtime it ran in, the case. */
export interface Place {
  experiment: string;
  runtime: string;
  case: string;
}

/** One name for a place, `start-up/node/parent-0`: no two places share it. */
export const placeName = (place: Place): string => `${place.experiment}/${place.runtime}/${place.case}`;
