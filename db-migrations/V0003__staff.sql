CREATE TABLE account (
    username      VARCHAR(80)  NOT NULL PRIMARY KEY,
    password_hash VARCHAR(200) NOT NULL,
    display_name  VARCHAR(80)  NOT NULL,
    roles         VARCHAR(200) NOT NULL COMMENT 'comma separated, see anbu.staff.Role',
    team          VARCHAR(80)  NULL COMMENT 'DAY_OFFICE or CONTROL_CENTER',
    enabled       BOOLEAN      NOT NULL DEFAULT TRUE,
    created_at    DATETIME(3)  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
