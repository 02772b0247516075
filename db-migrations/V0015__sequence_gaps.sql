-- Numbers that a device never sent to us, as far as its own message numbers show: what was lost between the device and this database.
ALTER TABLE device_state
    ADD COLUMN last_seq BIGINT NULL COMMENT 'the device''s own number of its newest message';

CREATE TABLE sequence_gap (
    device_no  INT         NOT NULL,
    first_seq  BIGINT      NOT NULL COMMENT 'the first number that is missing',
    last_seq   BIGINT      NOT NULL COMMENT 'the last number that is missing',
    noticed_at DATETIME(3) NOT NULL COMMENT 'arrival of the message after it',
    PRIMARY KEY (device_no, first_seq),
    KEY sequence_gap_noticed (noticed_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
