-- One row is one immutable artefact: the table, the parameters, the rules and the hash of all three. Never updated.
CREATE TABLE policy_version (
    number        INT          NOT NULL PRIMARY KEY,
    name          VARCHAR(120) NOT NULL,
    table_json    LONGTEXT     NOT NULL COMMENT 'limits and parameters',
    drl           LONGTEXT     NOT NULL COMMENT 'every rule file, by path, as compiled',
    sha256        CHAR(64)     NOT NULL,
    published_at  DATETIME(3)  NOT NULL,
    published_by  VARCHAR(80)  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
