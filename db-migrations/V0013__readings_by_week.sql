-- Readings by week, by event time, so that what is past its time goes by dropping a partition. Bounds are Mondays, 00:00 UTC; a partition
-- is named for the day before which its readings lie. The first holds all that is older, too, and "ahead" all that is newer than the last
-- bound, so that every reading has its place. The application adds and drops partitions as time goes by (anbu.telemetry.Retention).
SET @monday = UTC_DATE() - INTERVAL WEEKDAY(UTC_DATE()) DAY;

SET @change = CONCAT(
    'ALTER TABLE reading PARTITION BY RANGE COLUMNS (measured_at) (',
    (WITH RECURSIVE week (n) AS (SELECT -57 UNION ALL SELECT n + 1 FROM week WHERE n < 5)
     SELECT GROUP_CONCAT(CONCAT('PARTITION before_', DATE_FORMAT(@monday + INTERVAL n WEEK, '%Y%m%d'),
                                ' VALUES LESS THAN (''', @monday + INTERVAL n WEEK, ''')') ORDER BY n SEPARATOR ', ')
     FROM week),
    ', PARTITION ahead VALUES LESS THAN (MAXVALUE))');

EXECUTE IMMEDIATE @change;

-- What the readings of one device in one hour (of UTC) come to; made of all of them once the device has reported from a later hour,
-- and anew when a late one comes. Sums and counts instead of means, so that several hours can be added up exactly.
CREATE TABLE reading_hour (
    device_no       INT           NOT NULL,
    hour_at         DATETIME(3)   NOT NULL,
    readings        INT           NOT NULL,
    first_at        DATETIME(3)   NOT NULL,
    last_at         DATETIME(3)   NOT NULL,
    gap_from        DATETIME(3)   NULL COMMENT 'where nothing came for more than 30 minutes between two readings of the hour',
    gap_to          DATETIME(3)   NULL,
    power_count     INT           NOT NULL,
    power_sum       DECIMAL(14,2) NULL,
    power_min       DECIMAL(8,2)  NULL,
    power_max       DECIMAL(8,2)  NULL,
    light_count     INT           NOT NULL,
    light_sum       DECIMAL(14,2) NULL,
    light_min       DECIMAL(8,2)  NULL,
    light_max       DECIMAL(8,2)  NULL,
    energy_first_wh DOUBLE        NULL COMMENT 'the counter at its first and last reading of the hour',
    energy_last_wh  DOUBLE        NULL,
    PRIMARY KEY (device_no, hour_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Eight weeks to a partition: these are kept for years.
SET @eighth = @monday - INTERVAL MOD(DATEDIFF(@monday, '1970-01-05') DIV 7, 8) WEEK;

SET @change = CONCAT(
    'ALTER TABLE reading_hour PARTITION BY RANGE COLUMNS (hour_at) (',
    (WITH RECURSIVE step (n) AS (SELECT -8 UNION ALL SELECT n + 1 FROM step WHERE n < 2)
     SELECT GROUP_CONCAT(CONCAT('PARTITION before_', DATE_FORMAT(@eighth + INTERVAL 8 * n WEEK, '%Y%m%d'),
                                ' VALUES LESS THAN (''', @eighth + INTERVAL 8 * n WEEK, ''')') ORDER BY n SEPARATOR ', ')
     FROM step),
    ', PARTITION ahead VALUES LESS THAN (MAXVALUE))');

EXECUTE IMMEDIATE @change;

-- Hours to be made anew because a reading came late.
CREATE TABLE reading_hour_due (
    device_no INT         NOT NULL,
    hour_at   DATETIME(3) NOT NULL,
    PRIMARY KEY (device_no, hour_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

ALTER TABLE device_state
    ADD COLUMN rolled_up_to DATETIME(3) NULL COMMENT 'reading_hour is whole before this hour; never after the hour of last_measured_at';

-- Work that one node does at a time, under the lock of its row.
CREATE TABLE telemetry_duty (
    name    VARCHAR(40) NOT NULL PRIMARY KEY,
    done_at DATETIME(3) NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO telemetry_duty (name) VALUES ('RETENTION');

-- What is needed to read a message again as it was read at its arrival, and how often that was tried.
ALTER TABLE quarantine
    ADD COLUMN device_id  VARCHAR(128) NULL COMMENT 'the device it names, where that much was understood',
    ADD COLUMN dialect    VARCHAR(40)  NULL COMMENT 'the dialect of its source; null is Anbu''s own',
    ADD COLUMN zone       VARCHAR(60)  NULL COMMENT 'of times without an offset',
    ADD COLUMN retained   BOOLEAN      NOT NULL DEFAULT FALSE,
    ADD COLUMN attempts   INT          NOT NULL DEFAULT 0 COMMENT 'how often it was read again in vain',
    ADD COLUMN tried_at   DATETIME(3)  NULL,
    ADD KEY quarantine_device (device_id, id);

-- How much of one kind a device (or a topic, where no device is known) sent to the quarantine in a day; beyond the limit it is counted only.
CREATE TABLE quarantine_day (
    day     DATE         NOT NULL COMMENT 'of UTC, of the arrival',
    sender  VARCHAR(128) NOT NULL COMMENT 'device, or topic',
    reason  VARCHAR(40)  NOT NULL,
    arrived BIGINT       NOT NULL,
    dropped BIGINT       NOT NULL COMMENT 'of these, not kept',
    PRIMARY KEY (day, sender, reason)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE reading_import (
    id           CHAR(36)     NOT NULL PRIMARY KEY,
    file_name    VARCHAR(200) NOT NULL,
    started_by   VARCHAR(80)  NOT NULL,
    started_at   DATETIME(3)  NOT NULL,
    seen_at      DATETIME(3)  NOT NULL COMMENT 'when its node last said so; long ago while RUNNING means that the node is gone',
    ended_at     DATETIME(3)  NULL,
    status       VARCHAR(20)  NOT NULL,
    total_bytes  BIGINT       NULL COMMENT 'null while it is not known',
    read_bytes   BIGINT       NOT NULL,
    line_count   BIGINT       NOT NULL,
    stored       BIGINT       NOT NULL,
    duplicates   BIGINT       NOT NULL,
    quarantined  BIGINT       NOT NULL,
    failure      VARCHAR(500) NULL,
    KEY reading_import_started (started_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE reading_import_error (
    import_id CHAR(36)     NOT NULL,
    line_no   BIGINT       NOT NULL,
    reason    VARCHAR(40)  NOT NULL,
    field     VARCHAR(40)  NULL,
    value     VARCHAR(200) NULL,
    detail    VARCHAR(500) NOT NULL,
    PRIMARY KEY (import_id, line_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
