CREATE TABLE case_number (
    year  SMALLINT NOT NULL PRIMARY KEY,
    last  INT      NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE case_file (
    no               VARCHAR(16)  NOT NULL PRIMARY KEY COMMENT 'such as 2026-000123, also the business key of its process',
    concern_id       CHAR(36)     NOT NULL,
    household_id     VARCHAR(40)  NOT NULL,
    kind             VARCHAR(10)  NOT NULL COMMENT 'WELLBEING or DEVICE',
    level            VARCHAR(10)  NOT NULL,
    status           VARCHAR(10)  NOT NULL COMMENT 'OPEN or CLOSED',
    opened_at        DATETIME(3)  NOT NULL,
    owner_team       VARCHAR(20)  NOT NULL COMMENT 'DAY_OFFICE or CONTROL_CENTER',
    -- the explanation, pinned as it was when the concern was raised
    rule_name        VARCHAR(200) NOT NULL,
    basis            VARCHAR(20)  NOT NULL COMMENT 'UNCHANGED, SILENT, NEVER_SEEN or UNRESOLVED',
    limit_hours      DOUBLE       NOT NULL,
    breached_at      DATETIME(3)  NOT NULL COMMENT 'the moment at which the limit was reached',
    risk_group       VARCHAR(10)  NOT NULL,
    last_activity_at DATETIME(3)  NULL,
    last_activity    VARCHAR(200) NULL COMMENT 'device, source, before and after, as JSON',
    last_report_at   DATETIME(3)  NULL,
    usual_hours      DOUBLE       NULL COMMENT 'longest quiet span of the last 28 days before this one',
    score            DOUBLE       NULL,
    model_version    INT          NULL,
    policy_version   INT          NOT NULL,
    -- how it ended
    outcome          VARCHAR(30)  NULL,
    cause            VARCHAR(30)  NULL,
    closing_note     VARCHAR(2000) NULL,
    closed_at        DATETIME(3)  NULL,
    closed_by        VARCHAR(80)  NULL,
    version          INT          NOT NULL DEFAULT 1,
    open_key         VARCHAR(60)  AS (IF(status = 'OPEN', CONCAT(household_id, ':', kind), NULL)) PERSISTENT,
    UNIQUE KEY case_file_open (open_key),
    UNIQUE KEY case_file_concern (concern_id),
    KEY case_file_household (household_id, opened_at),
    KEY case_file_status (status, level, opened_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE task (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_no      VARCHAR(16)  NOT NULL,
    step         VARCHAR(40)  NOT NULL COMMENT 'id of the step in the process, see anbu.casework.Step',
    opened_at    DATETIME(3)  NOT NULL,
    due_at       DATETIME(3)  NOT NULL,
    assignee     VARCHAR(80)  NULL,
    claimed_at   DATETIME(3)  NULL,
    done_at      DATETIME(3)  NULL,
    done_by      VARCHAR(80)  NULL,
    result       VARCHAR(40)  NULL,
    note         VARCHAR(2000) NULL,
    version      INT          NOT NULL DEFAULT 1,
    open_key     VARCHAR(60)  AS (IF(done_at IS NULL, CONCAT(case_no, ':', step), NULL)) PERSISTENT,
    UNIQUE KEY task_open (open_key),
    KEY task_case (case_no, id),
    KEY task_due (done_at, due_at),
    CONSTRAINT task_case FOREIGN KEY (case_no) REFERENCES case_file (no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE case_note (
    id        BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_no   VARCHAR(16)   NOT NULL,
    at        DATETIME(3)   NOT NULL,
    author    VARCHAR(80)   NOT NULL,
    text      VARCHAR(2000) NOT NULL,
    KEY case_note_case (case_no, id),
    CONSTRAINT case_note_case FOREIGN KEY (case_no) REFERENCES case_file (no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
