package anbu.telemetry;

import anbu.telemetry.Filing.Receipt;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in what plugs send, from whatever way it came. Doing it twice changes nothing. */
@Service
class Intake {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final int ATTEMPTS = 4;

    private final OwnDialect dialect;
    private final Filing filing;
    private final IntakeMetrics metrics;
    private final TransactionTemplate transaction;

    Intake(OwnDialect dialect, Filing filing, IntakeMetrics metrics, PlatformTransactionManager transactions) {
        this.dialect = dialect;
        this.filing = filing;
        this.metrics = metrics;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Stores all of it in one transaction, or throws and has stored nothing; once it returns, the messages may be acknowledged. */
    Receipt store(List<Message> messages) {
        return storeItems(
                messages.stream().flatMap(m -> dialect.read(m).stream()).toList());
    }

    Receipt storeItems(List<Item> items) {
        for (int attempt = 1; ; attempt++) {
            try {
                var receipt = Objects.requireNonNull(transaction.execute(status -> filing.file(items)));
                metrics.count(receipt);
                return receipt;
            } catch (TransientDataAccessException
                    | RecoverableDataAccessException
                    | DataAccessResourceFailureException
                    | TransactionSystemException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                log.info("Storing {} items again, for the database said: {}", items.size(), e.getMessage());
            }
        }
    }
}
