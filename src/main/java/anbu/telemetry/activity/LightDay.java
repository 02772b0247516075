package anbu.telemetry.activity;

import java.util.List;

/**
 * One day of light.
 *
 * @param coveredMinutes of the day that are known, gaps left out
 * @param intervalSeconds between two reports at the median moment of the day
 * @param darkest the least lux of each local hour, -1 where unknown
 * @param lamps by how many lux lamps brightened or darkened the dark room
 * @param switchedOn minutes of the local day at which they did
 * @param switchedOff as above
 */
record LightDay(
        int coveredMinutes,
        int intervalSeconds,
        List<Integer> darkest,
        List<Integer> lamps,
        List<Integer> switchedOn,
        List<Integer> switchedOff) {}
