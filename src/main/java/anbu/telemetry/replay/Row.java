package anbu.telemetry.replay;

import anbu.telemetry.activity.Sample;

/** One line of the file. */
record Row(String home, String device, String appliance, Sample sample) {}
