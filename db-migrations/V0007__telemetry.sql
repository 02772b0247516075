-- Watts and lux are DECIMAL(8,2): exact, four bytes, and read back as they were written (FLOAT is rounded to six digits on its way out).
CREATE TABLE reading (
    device_no        INT          NOT NULL,
    measured_at      DATETIME(3)  NOT NULL COMMENT 'event time: the device''s own, or the arrival where it names none',
    power_w          DECIMAL(8,2) NULL,
    illuminance_lux  DECIMAL(8,2) NULL,
    energy_wh        DOUBLE       NULL COMMENT 'cumulative counter',
    seq              BIGINT       NULL COMMENT 'the device''s own message number',
    received_at      DATETIME(3)  NOT NULL,
    PRIMARY KEY (device_no, measured_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Spans in which a person did something, by event time. end_at = start_at for a single step.
CREATE TABLE activity (
    device_no    INT          NOT NULL,
    start_at     DATETIME(3)  NOT NULL,
    end_at       DATETIME(3)  NOT NULL,
    source       VARCHAR(10)  NOT NULL COMMENT 'POWER or LIGHT',
    before_value DECIMAL(8,2) NULL COMMENT 'W or lx before the first step',
    after_value  DECIMAL(8,2) NULL COMMENT 'W or lx after the last step',
    PRIMARY KEY (device_no, start_at, source)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What is known of a device now, by event time. Its row is the lock under which the device's readings are stored.
CREATE TABLE device_state (
    device_no            INT          NOT NULL PRIMARY KEY,
    household_id         VARCHAR(40)  NOT NULL,
    first_measured_at    DATETIME(3)  NULL COMMENT 'oldest event time',
    last_measured_at     DATETIME(3)  NULL COMMENT 'newest event time',
    last_received_at     DATETIME(3)  NULL,
    last_power_w         DECIMAL(8,2) NULL,
    last_power_at        DATETIME(3)  NULL COMMENT 'event time of last_power_w',
    last_illuminance_lux DECIMAL(8,2) NULL,
    last_illuminance_at  DATETIME(3)  NULL COMMENT 'event time of last_illuminance_lux',
    last_activity_at     DATETIME(3)  NULL,
    last_activity        VARCHAR(500) NULL COMMENT 'what it was: device, appliance, source, before, after, as JSON',
    hint_online          BOOLEAN      NULL COMMENT 'last will or status message: a hint only',
    KEY device_state_household (household_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE quarantine (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    arrived_at  DATETIME(3)  NOT NULL,
    source      VARCHAR(40)  NOT NULL COMMENT 'mqtt or http',
    topic       VARCHAR(500) NOT NULL,
    payload     MEDIUMBLOB   NOT NULL COMMENT 'as it came; what is larger than allowed is cut at the limit',
    reason      VARCHAR(40)  NOT NULL COMMENT 'see anbu.telemetry.Reason',
    detail      VARCHAR(500) NOT NULL,
    KEY quarantine_reason (reason, id),
    KEY quarantine_arrived (arrived_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Which session has subscribed to what, so that a session that the broker resumes is not subscribed again.
CREATE TABLE mqtt_subscription (
    client_id     VARCHAR(128) NOT NULL,
    broker        VARCHAR(250) NOT NULL,
    filter        VARCHAR(250) NOT NULL,
    subscribed_at DATETIME(3)  NOT NULL,
    PRIMARY KEY (client_id, broker, filter)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
