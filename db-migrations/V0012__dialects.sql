-- What a dialect remembers of a device, node or entity from one message to the next, shared by all nodes: aliases, units, channels.
CREATE TABLE dialect_memory (
    dialect     VARCHAR(30)  NOT NULL,
    subject     VARCHAR(300) NOT NULL COMMENT 'as the dialect names it: a device, a node, an entity',
    document    MEDIUMTEXT   NOT NULL COMMENT 'JSON, see the dialect',
    changed_at  DATETIME(3)  NOT NULL,
    PRIMARY KEY (dialect, subject)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Further names under which a device reports, such as the several entities that Home Assistant makes of one plug.
CREATE TABLE device_alias (
    alias      VARCHAR(128) NOT NULL PRIMARY KEY,
    device_no  INT          NOT NULL,
    added_at   DATETIME(3)  NOT NULL,
    KEY device_alias_device (device_no),
    CONSTRAINT device_alias_device FOREIGN KEY (device_no) REFERENCES device (no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
