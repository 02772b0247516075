package anbu.telemetry.dialects;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** A memory of a test, which also tells what was kept for good. */
class Notebook implements Memory {
    final Map<String, ObjectNode> kept = new HashMap<>();
    final Map<String, ObjectNode> noted = new HashMap<>();

    @Override
    public ObjectNode of(String subject) {
        var known = kept.getOrDefault(subject, noted.get(subject));
        return known == null ? JsonNodeFactory.instance.objectNode() : known.deepCopy();
    }

    @Override
    public void keep(String subject, ObjectNode document) {
        kept.put(subject, document.deepCopy());
    }

    @Override
    public void note(String subject, ObjectNode document) {
        noted.put(subject, document.deepCopy());
    }
}
