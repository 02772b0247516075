-- Columns ending in _sealed hold personal data, encrypted by the application (AES-GCM, base64); the key never enters the database.
CREATE TABLE household (
    id              VARCHAR(40)   NOT NULL PRIMARY KEY,
    district        VARCHAR(40)   NOT NULL COMMENT 'gu',
    dong            VARCHAR(40)   NOT NULL,
    risk_group      VARCHAR(10)   NOT NULL COMMENT 'HIGH, MEDIUM or GENERAL',
    name_sealed     VARCHAR(400)  NULL,
    phone_sealed    VARCHAR(400)  NULL,
    address_sealed  VARCHAR(1000) NULL,
    birth_year      SMALLINT      NULL,
    sex             CHAR(1)       NULL COMMENT 'F or M',
    visit_note_sealed VARCHAR(2000) NULL,
    watched_since   DATETIME(3)   NOT NULL,
    version         INT           NOT NULL DEFAULT 1,
    KEY household_dong (district, dong)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE contact (
    household_id  VARCHAR(40)  NOT NULL,
    position      SMALLINT     NOT NULL COMMENT 'order in which they are called, from 1',
    kind          VARCHAR(30)  NOT NULL COMMENT 'FAMILY, NEIGHBOR, LANDLORD, GUARD, NEIGHBORHOOD_CARER, OTHER',
    name_sealed   VARCHAR(400) NOT NULL,
    phone_sealed  VARCHAR(400) NOT NULL,
    has_key       BOOLEAN      NOT NULL DEFAULT FALSE,
    PRIMARY KEY (household_id, position),
    CONSTRAINT contact_household FOREIGN KEY (household_id) REFERENCES household (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE device (
    no            INT          NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'short key for the large tables',
    id            VARCHAR(128) NOT NULL COMMENT 'as the plug names itself in its topic',
    household_id  VARCHAR(40)  NOT NULL,
    appliance     VARCHAR(30)  NOT NULL COMMENT 'see anbu.households.Appliance',
    room          VARCHAR(40)  NULL,
    installed_at  DATETIME(3)  NOT NULL,
    UNIQUE KEY device_id (id),
    KEY device_household (household_id),
    CONSTRAINT device_household FOREIGN KEY (household_id) REFERENCES household (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
