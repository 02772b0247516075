CREATE TABLE contact_attempt (
    id            CHAR(36)    NOT NULL PRIMARY KEY COMMENT 'also the idempotency key towards the provider',
    case_no       VARCHAR(16) NOT NULL,
    household_id  VARCHAR(40) NOT NULL,
    channel       VARCHAR(20) NOT NULL COMMENT 'AUTO_CALL',
    number        INT         NOT NULL COMMENT 'first, second, ... attempt of this channel in this case',
    requested_at  DATETIME(3) NOT NULL,
    result        VARCHAR(30) NULL COMMENT 'see anbu.outreach.ContactResult; null while it is ringing',
    resulted_at   DATETIME(3) NULL,
    UNIQUE KEY contact_attempt_number (case_no, channel, number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
