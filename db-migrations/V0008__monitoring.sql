-- One row per watched home: when to look next. New activity does not touch it.
CREATE TABLE deadline (
    household_id  VARCHAR(40)  NOT NULL PRIMARY KEY,
    look_at       DATETIME(3)  NOT NULL,
    watched_since DATETIME(3)  NOT NULL,
    level         VARCHAR(10)  NOT NULL DEFAULT 'NORMAL' COMMENT 'as of the last look',
    kind          VARCHAR(10)  NULL COMMENT 'of the finding that gave the level: WELLBEING or DEVICE',
    next_level    VARCHAR(10)  NULL COMMENT 'what the home becomes at next_at if nothing is seen',
    next_kind     VARCHAR(10)  NULL,
    next_at       DATETIME(3)  NULL,
    next_limit_hours DOUBLE    NULL,
    last_activity_at DATETIME(3) NULL COMMENT 'as of the last look',
    last_report_at   DATETIME(3) NULL COMMENT 'as of the last look',
    restarted_at  DATETIME(3)  NULL COMMENT 'a case was closed: clocks count from here at the earliest',
    settling_since DATETIME(3) NULL COMMENT 'old or first readings are coming in: wait for the rest, at most a minute',
    looked_at     DATETIME(3)  NULL,
    policy_version INT         NULL,
    KEY deadline_look (look_at),
    KEY deadline_next (next_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE concern (
    id            CHAR(36)     NOT NULL PRIMARY KEY,
    household_id  VARCHAR(40)  NOT NULL,
    kind          VARCHAR(10)  NOT NULL COMMENT 'WELLBEING or DEVICE',
    level         VARCHAR(10)  NOT NULL,
    raised_at     DATETIME(3)  NOT NULL,
    level_since   DATETIME(3)  NOT NULL,
    activity_after DATETIME(3) NULL COMMENT 'newest activity told to the case',
    settled_at    DATETIME(3)  NULL,
    true_alarm    BOOLEAN      NULL COMMENT 'known when settled: did the person need help',
    open_key      VARCHAR(60)  AS (IF(settled_at IS NULL, CONCAT(household_id, ':', kind), NULL)) PERSISTENT,
    UNIQUE KEY concern_open (open_key),
    KEY concern_household (household_id, raised_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
