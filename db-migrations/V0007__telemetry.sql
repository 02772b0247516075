CREATE TABLE reading (
    device_no        INT         NOT NULL,
    measured_at      DATETIME(3) NOT NULL COMMENT 'event time, from the device where it is plausible',
    power_w          FLOAT       NULL,
    illuminance_lux  FLOAT       NULL,
    energy_wh        DOUBLE      NULL COMMENT 'cumulative counter',
    seq              BIGINT      NULL COMMENT 'the device''s own message number',
    received_at      DATETIME(3) NOT NULL,
    PRIMARY KEY (device_no, measured_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Spans in which a person did something, by event time. end_at = start_at for a single step.
CREATE TABLE activity (
    device_no   INT         NOT NULL,
    start_at    DATETIME(3) NOT NULL,
    end_at      DATETIME(3) NOT NULL,
    source      VARCHAR(10) NOT NULL COMMENT 'POWER or LIGHT',
    before_value FLOAT      NULL COMMENT 'W or lx before the first step',
    after_value  FLOAT      NULL COMMENT 'W or lx after the last step',
    PRIMARY KEY (device_no, start_at, source)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE device_state (
    device_no        INT         NOT NULL PRIMARY KEY,
    household_id     VARCHAR(40) NOT NULL,
    first_measured_at DATETIME(3) NULL COMMENT 'oldest event time',
    last_measured_at DATETIME(3) NULL COMMENT 'newest event time',
    last_received_at DATETIME(3) NULL,
    last_power_w     FLOAT       NULL,
    last_illuminance_lux FLOAT   NULL,
    last_activity_at DATETIME(3) NULL,
    last_activity    VARCHAR(80) NULL COMMENT 'what it was: source, before, after, as JSON',
    hint_online      BOOLEAN     NULL COMMENT 'last will or status message: a hint only',
    KEY device_state_household (household_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE quarantine (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    arrived_at  DATETIME(3)  NOT NULL,
    source      VARCHAR(40)  NOT NULL COMMENT 'mqtt or http',
    topic       VARCHAR(500) NOT NULL,
    payload     MEDIUMBLOB   NOT NULL,
    reason      VARCHAR(40)  NOT NULL COMMENT 'see anbu.telemetry.Reason',
    detail      VARCHAR(500) NOT NULL,
    KEY quarantine_reason (reason, id),
    KEY quarantine_arrived (arrived_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
