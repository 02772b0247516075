package anbu.telemetry;

import anbu.platform.Row;
import anbu.telemetry.dialects.Memory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the dialects remember. A batch reads what it needs with one statement, locked in one order so that two nodes cannot wait for each
 * other, and writes what it changed. What need not last is noted in this process only.
 */
@Repository
class DialectMemories {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST = 200_000;
    private static final int LONGEST_SUBJECT = 300;
    private static final int NOTES = 50_000;

    private final JdbcClient jdbc;
    private final ManyRows rows;
    private final Clock clock;
    private final Map<Key, ObjectNode> notes = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ObjectNode> eldest) {
            return size() > NOTES;
        }
    });

    DialectMemories(JdbcClient jdbc, ManyRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** Of what, in which dialect. */
    record Key(String dialect, String subject) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            var byDialect = dialect.compareTo(other.dialect);
            return byDialect != 0 ? byDialect : subject.compareTo(other.subject);
        }
    }

    /** The memory of one batch, to be saved at its end; locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Batch open(Collection<Key> keys) {
        return new Batch(keys.isEmpty() ? Map.of() : known(keys, " FOR UPDATE"));
    }

    /** To look at only. */
    @Transactional(readOnly = true)
    public Batch look(Collection<Key> keys) {
        return new Batch(keys.isEmpty() ? Map.of() : known(keys, ""));
    }

    private Map<Key, ObjectNode> known(Collection<Key> keys, String lock) {
        var known = new HashMap<Key, ObjectNode>();
        var byDialect = new TreeMap<String, Set<String>>();
        keys.forEach(key ->
                byDialect.computeIfAbsent(key.dialect(), any -> new TreeSet<>()).add(key.subject()));
        byDialect.forEach((dialect, subjects) -> {
            var sql = """
                    SELECT subject, document
                    FROM dialect_memory FORCE INDEX (PRIMARY)
                    WHERE dialect = :dialect AND subject IN (:subjects)
                    ORDER BY subject""" + lock;
            jdbc.sql(sql).param("dialect", dialect).param("subjects", subjects).query(row -> {
                if (parsed(row.getString("document")) instanceof ObjectNode document) {
                    known.put(new Key(dialect, row.getString("subject")), document);
                }
            });
        });
        return known;
    }

    private static JsonNode parsed(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A remembered document is no JSON.", e);
        }
    }

    /** What one batch knows and changes. */
    final class Batch {
        private final Map<Key, ObjectNode> known;
        private final TreeMap<Key, ObjectNode> changed = new TreeMap<>();

        private Batch(Map<Key, ObjectNode> known) {
            this.known = known;
        }

        Memory of(String dialect) {
            return new Memory() {
                @Override
                public ObjectNode of(String subject) {
                    var key = new Key(dialect, subject);
                    var document = changed.getOrDefault(key, known.getOrDefault(key, notes.get(key)));
                    return document == null ? JsonNodeFactory.instance.objectNode() : document.deepCopy();
                }

                @Override
                public void keep(String subject, ObjectNode document) {
                    changed.put(new Key(dialect, subject), document.deepCopy());
                }

                @Override
                public void note(String subject, ObjectNode document) {
                    notes.put(new Key(dialect, subject), document.deepCopy());
                }
            };
        }

        /** In the order of the keys. What is too large to be sensible is forgotten. */
        void save() {
            var tail = "ON DUPLICATE KEY UPDATE document = VALUES(document), changed_at = VALUES(changed_at)";
            var values = changed.entrySet().stream()
                    .filter(each -> each.getKey().subject().length() <= LONGEST_SUBJECT)
                    .map(each -> new Object[] {
                        each.getKey().dialect(),
                        each.getKey().subject(),
                        each.getValue().toString(),
                        Row.column(clock.instant())
                    })
                    .filter(row -> row[2].toString().length() <= LARGEST)
                    .toList();
            rows.write("INSERT INTO dialect_memory (dialect, subject, document, changed_at) VALUES", values, tail);
        }
    }
}
