CREATE TABLE risk_model (
    version     INT          NOT NULL PRIMARY KEY,
    algorithm   VARCHAR(80)  NOT NULL,
    model       LONGBLOB     NOT NULL COMMENT 'Weka, serialized',
    features    VARCHAR(1000) NOT NULL COMMENT 'names, in the order of the attributes',
    examples    INT          NOT NULL,
    positives   INT          NOT NULL,
    auc         DOUBLE       NULL COMMENT 'area under ROC, cross-validated; null when it cannot be computed',
    average_precision DOUBLE NULL COMMENT 'area under the precision-recall curve of the positive class',
    sha256      CHAR(64)     NOT NULL,
    trained_at  DATETIME(3)  NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE risk_score (
    household_id  VARCHAR(40) NOT NULL PRIMARY KEY,
    score         DOUBLE      NOT NULL COMMENT '0 to 1',
    model_version INT         NOT NULL,
    scored_at     DATETIME(3) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
