-- How a device reports, beside what it reports. Written at most once a minute and device; the last minute may be lost with a node.
CREATE TABLE device_health (
    device_no      INT         NOT NULL PRIMARY KEY,
    noted_at       DATETIME(3) NULL COMMENT 'arrival of the newest reading that was taken into account',
    interval_s     DOUBLE      NULL COMMENT 'learned: how long the device is usually silent between two reports',
    interval_set_s INT         NULL COMMENT 'set by an operator, in place of the learned one',
    skew_from      DATETIME(3) NULL COMMENT 'when the current window of the skew began',
    skew_s         DOUBLE      NULL COMMENT 'least time from measuring to arrival in the current window',
    skew_before_s  DOUBLE      NULL COMMENT 'the same in the window before',
    hint           VARCHAR(10) NULL COMMENT 'last will or status message: ONLINE or OFFLINE; a hint only',
    hint_at        DATETIME(3) NULL COMMENT 'when the hint arrived'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO device_health (device_no, hint)
SELECT device_no, IF(hint_online, 'ONLINE', 'OFFLINE') FROM device_state WHERE hint_online IS NOT NULL;

ALTER TABLE device_state DROP COLUMN hint_online;

-- What is usual for a device, counted anew once a day from its last weeks.
CREATE TABLE device_norm (
    device_no   INT         NOT NULL PRIMARY KEY,
    counted_at  DATETIME(3) NOT NULL,
    day_wh      DOUBLE      NULL COMMENT 'median energy of a good day; null where no day is known',
    good_days   INT         NOT NULL COMMENT 'days that were reported almost whole',
    rest_w      DOUBLE      NULL COMMENT 'at most so much power means at rest; null where the device does not usually rest each day',
    dark_lux    DOUBLE      NULL COMMENT 'at most so much light means dark; null where it does not usually get dark each day'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Power used beside the norm, counted anew when a home is looked at, at most once an hour.
CREATE TABLE home_use (
    household_id VARCHAR(40)  NOT NULL PRIMARY KEY,
    counted_at   DATETIME(3)  NOT NULL,
    used         VARCHAR(500) NOT NULL COMMENT 'JSON array of {hours, share, until}; share null where nothing is known'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

ALTER TABLE deadline
    ADD COLUMN basis VARCHAR(20) NULL COMMENT 'of the finding that gave the level' AFTER kind,
    ADD COLUMN level_from DATETIME(3) NULL COMMENT 'from when that finding holds' AFTER basis;
