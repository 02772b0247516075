package anbu.telemetry;

import anbu.telemetry.Filing.Receipt;
import anbu.telemetry.Interpreter.Understood;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
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

    private final Interpreter interpreter;
    private final Filing filing;
    private final IntakeMetrics metrics;
    private final TransactionTemplate transaction;

    Intake(Interpreter interpreter, Filing filing, IntakeMetrics metrics, PlatformTransactionManager transactions) {
        this.interpreter = interpreter;
        this.filing = filing;
        this.metrics = metrics;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Stores all of it in one transaction, or throws and has stored nothing; once it returns, the messages may be acknowledged. */
    Receipt store(List<Message> messages) {
        var stored = persistently(messages.size(), () -> {
            var understood = interpreter.read(messages);
            return new Stored(understood, filing.file(understood.items()));
        });
        interpreter.settled(stored.understood());
        metrics.count(stored.receipt());
        return stored.receipt();
    }

    private record Stored(Understood understood, Receipt receipt) {}

    Receipt storeItems(List<Item> items) {
        var receipt = persistently(items.size(), () -> filing.file(items));
        metrics.count(receipt);
        return receipt;
    }

    /** What the broker is to be asked for. */
    Set<String> filters() {
        return interpreter.filters();
    }

    private <T> T persistently(int count, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> work.get()));
            } catch (TransientDataAccessException
                    | RecoverableDataAccessException
                    | DataAccessResourceFailureException
                    | TransactionSystemException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                log.info("Storing {} items again, for the database said: {}", count, e.getMessage());
            }
        }
    }
}
