-- The append-only trail. Each subject has its own chain of hashes, so that writers of different cases never wait for each other;
-- the head of each chain is kept beside it, so that a cut-off tail shows.
CREATE TABLE audit_entry (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    subject      VARCHAR(80)  NOT NULL COMMENT 'what it is about, such as case:2026-000123',
    seq          INT          NOT NULL COMMENT 'place in the chain of its subject, from 1',
    at           DATETIME(3)  NOT NULL,
    actor        VARCHAR(80)  NOT NULL COMMENT 'account name, or system',
    action       VARCHAR(80)  NOT NULL COMMENT 'what happened, a key such as case.opened',
    details      LONGTEXT     NOT NULL COMMENT 'JSON with ids and numbers, never personal data',
    prev_hash    CHAR(64)     NOT NULL,
    hash         CHAR(64)     NOT NULL COMMENT 'SHA-256 over prev_hash and this entry',
    UNIQUE KEY audit_entry_chain (subject, seq),
    KEY audit_entry_at (at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_entry is append-only';
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_entry is append-only';

CREATE TABLE audit_head (
    subject  VARCHAR(80) NOT NULL PRIMARY KEY,
    seq      INT         NOT NULL COMMENT 'of the newest entry',
    hash     CHAR(64)    NOT NULL COMMENT 'of the newest entry'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
