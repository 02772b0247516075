-- What each plug learned about itself. A day's sketch is made once the day is over; the profile of a day is made of the sketches of earlier days.
CREATE TABLE device_day (
    device_no INT        NOT NULL,
    day       DATE       NOT NULL COMMENT 'in the zone of the service',
    sketch    MEDIUMTEXT NOT NULL COMMENT 'JSON, see anbu.telemetry.activity.DaySketch',
    PRIMARY KEY (device_no, day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE device_profile (
    device_no  INT        NOT NULL,
    day        DATE       NOT NULL COMMENT 'the day it is for, in the zone of the service',
    version    INT        NOT NULL COMMENT 'device_state.sketch_version it was made under',
    appliance  VARCHAR(40) NOT NULL COMMENT 'the appliance it was made for',
    profile    MEDIUMTEXT NOT NULL COMMENT 'JSON, see anbu.telemetry.activity.Profile',
    PRIMARY KEY (device_no, day)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

ALTER TABLE device_state
    ADD COLUMN memory         VARCHAR(4000) NULL COMMENT 'how the detector stands after last_measured_at, JSON, see anbu.telemetry.activity.Memory',
    ADD COLUMN sketched_to    DATE NULL COMMENT 'the last day whose sketch is made',
    ADD COLUMN sketch_version INT NOT NULL DEFAULT 0 COMMENT 'grows when sketches of past days are forgotten',
    ADD KEY device_state_sketched (sketched_to);
