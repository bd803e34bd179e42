// The one machine of the internet that tests play.

/** An address of the public internet that nobody is asked for. */
export const PLAYED_HOST = '93.184.216.34';
